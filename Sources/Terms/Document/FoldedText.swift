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

    private mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
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
            bytes.append(contentsOf: line[start..<index])
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The text so far, which begins anew.
    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
