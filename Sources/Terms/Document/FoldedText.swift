/// Words with single spaces between them, gathered line by line.
struct FoldedText {
    private var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    var isEmpty: Bool { bytes.isEmpty }

    /// Adds the words of a line.
    mutating func append(_ line: Substring.UTF8View) {
        let copied: Void? = line.withContiguousStorageIfAvailable { append($0) }
        if copied == nil { Array(line).withUnsafeBufferPointer { append($0) } }
    }

    /// Adds the words of a line.
    mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
        if Self.isFolded(line) {
            if !bytes.isEmpty { bytes.append(0x20) }
            bytes.append(contentsOf: line)
            return
        }
        var index = 0
        while index < line.count {
            while index < line.count, Self.isSpace(line[index]) { index += 1 }
            let start = index
            // Single spaces stay where they are, so that most lines are one piece.
            while index < line.count {
                let isSpace = Self.isSpace(line[index])
                if isSpace,
                    line[index] == 0x09 || index + 1 == line.count || Self.isSpace(line[index + 1])
                {
                    break
                }
                index += 1
            }
            guard index > start else { continue }
            if !bytes.isEmpty { bytes.append(0x20) }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[start..<index]))
        }
    }

    /// Whether a line holds words with single spaces between them and nothing else, as most do.
    private static func isFolded(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.first, let last = line.last else { return false }
        return first != 0x20 && last != 0x20 && !line.hasWideSpace
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The text so far, which begins anew.
    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
