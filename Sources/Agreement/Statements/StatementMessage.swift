internal import Terms

extension Statement {
    /// Why a commit's message is not a statement.
    public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as part of a sentence.
        public let description: String
    }

    /// The first line of the message.
    public var subject: String { "\(kind.verb) \(framework) v\(version)" }

    /// The whole message of the commit, ending in one newline.
    public var message: String {
        var message = subject
        message += "\n\n"
        if !text.isEmpty {
            message += text
            message += "\n\n"
        }
        func write(_ trailer: String, _ value: String) {
            message += trailer
            message += ": "
            message += value
            message += "\n"
        }
        write(kind.trailer, "1")
        write("Framework", framework)
        write("Founding", founding?.description ?? "self")
        write("Version", String(version))
        write("Base", base?.description ?? "none")
        write("Terms", terms.description)
        write("Party", party)
        write("Person", person)
        if let on { write("On", on) }
        return message
    }

    /// Whether a message looks like a statement, so that a bad one can be reported.
    public static func isLikely(_ message: [UInt8]) -> Bool {
        var rest = message[...]
        while true {
            // Few lines begin like this at all.
            if rest.starts(with: "Entente-".utf8),
                Kind.allCases.contains(where: { rest.starts(with: "\($0.trailer):".utf8) })
            {
                return true
            }
            guard let end = rest.firstIndex(of: 0x0A) else { return false }
            rest = rest[(end + 1)...]
        }
    }

    /// Reads a message strictly: subject, free text, then exactly the trailers in their order,
    /// and nothing after them (trust.md, "Statements").
    ///
    /// - Throws: ``FormatError``.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        if !TextRules.isPlain(bytes) {
            guard let message = String(validating: bytes, as: UTF8.self) else {
                throw FormatError(description: "its text is not UTF-8")
            }
            for scalar in message.unicodeScalars {
                if let problem = TextRules.problem(with: scalar) {
                    throw FormatError(description: "its text holds \(problem)")
                }
            }
        }
        guard bytes.last == 0x0A, bytes.dropLast().last != 0x0A else {
            throw FormatError(description: "its text does not end in one newline")
        }
        let paragraphs = Self.paragraphs(bytes.dropLast())
        guard paragraphs.count >= 2, let subject = paragraphs.first, let trailers = paragraphs.last
        else { throw FormatError(description: "it has no trailers") }
        var reader = TrailerReader(
            lines: trailers.split(separator: 0x0A, omittingEmptySubsequences: false)[...])
        let kind = try reader.kind()
        let framework = try reader.take("Framework")
        let founding = try reader.digest("Founding", none: "self")
        let version = try reader.number("Version")
        let base = try reader.digest("Base", none: "none")
        guard let terms = try reader.digest("Terms", none: nil) else {
            throw FormatError(description: "`Terms` is not a digest")
        }
        let party = try reader.take("Party")
        let person = try reader.take("Person")
        let on = try reader.rest(only: "On")
        let free = paragraphs.dropFirst().dropLast()
        let text = free.first.map { first in
            bytes[first.startIndex..<(free.last ?? first).endIndex]
        }
        self.init(
            kind: kind, framework: framework, founding: founding, version: version, base: base,
            terms: terms, party: party, person: person, on: on,
            text: String(decoding: text ?? [], as: UTF8.self))
        guard subject.elementsEqual(self.subject.utf8) else {
            throw FormatError(description: "its first line should be `\(self.subject)`")
        }
        guard
            !self.text.utf8.split(separator: 0x0A).contains(where: {
                $0.starts(with: "Entente-".utf8)
            })
        else {
            throw FormatError(description: "its free text holds a line that starts with Entente-")
        }
        guard self.message.utf8.elementsEqual(bytes) else {
            throw FormatError(description: "its text is not in the one form that statements have")
        }
    }

    /// What stands between pairs of line feeds.
    private static func paragraphs(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var paragraphs: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var position = start
        while let found = text[position...].firstIndex(of: 0x0A) {
            position = found + 1
            guard position < text.endIndex, text[position] == 0x0A else { continue }
            paragraphs.append(text[start..<found])
            position += 1
            start = position
        }
        return paragraphs + [text[start...]]
    }
}

/// Takes trailers one after the other; anything out of order is an error.
private struct TrailerReader {
    var lines: ArraySlice<ArraySlice<UInt8>>

    mutating func kind() throws(Statement.FormatError) -> Statement.Kind {
        guard let first = lines.popFirst(),
            let kind = Statement.Kind.allCases.first(where: {
                first.elementsEqual("\($0.trailer): 1".utf8)
            })
        else {
            throw Statement.FormatError(
                description: "its trailers do not start with one that this version knows")
        }
        return kind
    }

    /// The value of the next line, which is this trailer and not empty.
    private mutating func value(of name: String) throws(Statement.FormatError) -> ArraySlice<UInt8>
    {
        guard let line = lines.popFirst(), line.starts(with: name.utf8),
            case let rest = line.dropFirst(name.utf8.count), rest.starts(with: ": ".utf8),
            rest.count > 2
        else {
            throw Statement.FormatError(description: "`\(name)` is missing or out of order")
        }
        return rest.dropFirst(2)
    }

    mutating func take(_ name: String) throws(Statement.FormatError) -> String {
        String(decoding: try value(of: name), as: UTF8.self)
    }

    mutating func digest(
        _ name: String, none: String?
    ) throws(Statement.FormatError) -> Digest? {
        let text = try value(of: name)
        if let none, text.elementsEqual(none.utf8) { return nil }
        guard let digest = Digest(utf8: text) else {
            throw Statement.FormatError(description: "`\(name)` is not a digest")
        }
        return digest
    }

    mutating func number(_ name: String) throws(Statement.FormatError) -> Int {
        let text = try take(name)
        guard let number = Int(text), number >= 1, String(number) == text else {
            throw Statement.FormatError(description: "`\(name)` is not a number")
        }
        return number
    }

    mutating func rest(only name: String) throws(Statement.FormatError) -> String? {
        guard !lines.isEmpty else { return nil }
        let value = try take(name)
        guard lines.isEmpty else {
            throw Statement.FormatError(description: "something follows its trailers")
        }
        return value
    }
}
