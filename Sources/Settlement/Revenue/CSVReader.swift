public import Terms

/// Reads CSV strictly (RFC 4180): commas, double quotes, line ends of either kind.
///
/// A mark at the start that some programs write is skipped, and so are empty lines. What RFC 4180
/// does not allow is an error with its place, since whatever a lenient reader makes of it could be
/// other money: quotes that never end, quotes inside of a field, rows of another length.
public struct CSVReader {
    /// A row of the file.
    public struct Row: Hashable, Sendable {
        /// The line that it begins in, from 1.
        public let line: Int
        /// The fields, with the column that each begins in, in bytes from 1.
        public let fields: [Field]
    }

    /// A field of a row.
    public struct Field: Hashable, Sendable {
        /// The text, without quotes.
        public let text: String
        /// Where it begins.
        public let position: SourcePosition
    }

    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1
    private var lineStart = 0

    /// Begins to read.
    ///
    /// - Throws: A finding, where it is no text.
    public init(_ bytes: [UInt8], file: String) throws(Finding) {
        self.file = file
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (index, lineStart) = (3, 3) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Finding(
                rule: "not-utf-8", file: file, message: "the file is not UTF-8 text",
                next: "Save it as CSV in UTF-8")
        }
    }

    /// The next row; nil at the end. Linear in its length.
    ///
    /// - Throws: A finding at the place that RFC 4180 does not allow.
    public mutating func next() throws(Finding) -> Row? {
        while index < bytes.count, isLineEnd(bytes[index]) { skipLineEnd() }
        guard index < bytes.count else { return nil }
        let start = line
        var fields: [Field] = []
        while true {
            fields.append(try field())
            guard index < bytes.count, bytes[index] == Self.comma else { break }
            index += 1
        }
        if index < bytes.count { skipLineEnd() }
        return Row(line: start, fields: fields)
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")

    private var position: SourcePosition {
        SourcePosition(line: line, column: index - lineStart + 1)
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func skipLineEnd() {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
        line += 1
        lineStart = index
    }

    private mutating func field() throws(Finding) -> Field {
        let position = position
        guard index < bytes.count, bytes[index] == Self.quote else {
            let start = index
            while index < bytes.count, bytes[index] != Self.comma, !isLineEnd(bytes[index]) {
                guard bytes[index] != Self.quote else {
                    throw finding(
                        "a quotation mark inside of a field", at: self.position,
                        next: "Put the whole field in quotation marks, and write \"\" for one")
                }
                index += 1
            }
            return Field(text: text(bytes[start..<index]), position: position)
        }
        return Field(text: try quoted(from: position), position: position)
    }

    private mutating func quoted(from position: SourcePosition) throws(Finding) -> String {
        var content: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.quote {
                index += 1
                guard index < bytes.count, bytes[index] != Self.comma, !isLineEnd(bytes[index])
                else { return text(content[...]) }
                guard bytes[index] == Self.quote else {
                    throw finding(
                        "something stands behind the end of a quoted field", at: self.position,
                        next: "Write \"\" for a quotation mark inside of it")
                }
            }
            content.append(isLineEnd(byte) ? 0x0A : byte)
            if isLineEnd(byte) { skipLineEnd() } else { index += 1 }
        }
        throw finding(
            "a quoted field that begins here never ends", at: position,
            next: "Close it with a quotation mark")
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private func finding(
        _ message: String, at position: SourcePosition, next: String
    ) -> Finding {
        Finding(rule: "bad-csv", file: file, position: position, message: message, next: next)
    }
}
