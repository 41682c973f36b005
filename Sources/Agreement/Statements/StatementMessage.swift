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
        var lines = [
            "\(kind.trailer): 1",
            "Framework: \(framework)",
            "Founding: \(founding?.description ?? "self")",
            "Version: \(version)",
            "Base: \(base?.description ?? "none")",
            "Terms: \(terms)",
            "Party: \(party)",
            "Person: \(person)",
        ]
        if let on { lines.append("On: \(on)") }
        let body = text.isEmpty ? [] : [text]
        return ([subject] + body + [lines.joined(separator: "\n")]).joined(separator: "\n\n") + "\n"
    }

    /// Whether a message looks like a statement, so that a bad one can be reported.
    public static func isLikely(_ message: [UInt8]) -> Bool {
        // Few commits have the word at all.
        guard message.contains(UInt8(ascii: ":")) else { return false }
        let starts = Kind.allCases.map { Array("\($0.trailer):".utf8) }
        return message.split(separator: 0x0A).contains { line in
            line.first == UInt8(ascii: "E") && starts.contains { line.starts(with: $0) }
        }
    }

    /// Reads a message strictly: subject, free text, then exactly the trailers in their order,
    /// and nothing after them (trust.md, "Statements").
    ///
    /// - Throws: ``FormatError``.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        guard let message = String(validating: bytes, as: UTF8.self) else {
            throw FormatError(description: "its text is not UTF-8")
        }
        if !TextRules.isPlain(bytes) {
            for scalar in message.unicodeScalars {
                if let problem = TextRules.problem(with: scalar) {
                    throw FormatError(description: "its text holds \(problem)")
                }
            }
        }
        guard bytes.last == 0x0A, bytes.dropLast().last != 0x0A else {
            throw FormatError(description: "its text does not end in one newline")
        }
        let paragraphs = Self.paragraphs(Substring(message.utf8.dropLast()))
        guard paragraphs.count >= 2, let subject = paragraphs.first, let trailers = paragraphs.last
        else { throw FormatError(description: "it has no trailers") }
        var reader = TrailerReader(
            lines: trailers.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
                .map(Substring.init))
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
        self.init(
            kind: kind, framework: framework, founding: founding, version: version, base: base,
            terms: terms, party: party, person: person, on: on,
            text: paragraphs.dropFirst().dropLast().joined(separator: "\n\n"))
        guard subject.utf8.elementsEqual(self.subject.utf8) else {
            throw FormatError(description: "its first line should be `\(self.subject)`")
        }
        guard
            !text.utf8.split(separator: 0x0A).contains(where: { $0.starts(with: "Entente-".utf8) })
        else {
            throw FormatError(description: "its free text holds a line that starts with Entente-")
        }
        guard self.message.utf8.elementsEqual(bytes) else {
            throw FormatError(description: "its text is not in the one form that statements have")
        }
    }

    /// What stands between pairs of line feeds, found as bytes.
    private static func paragraphs(_ text: Substring) -> [Substring] {
        var paragraphs: [Substring] = []
        let bytes = text.utf8
        var start = bytes.startIndex
        var position = start
        while let found = bytes[position...].firstIndex(of: 0x0A) {
            position = bytes.index(after: found)
            guard position < bytes.endIndex, bytes[position] == 0x0A else { continue }
            paragraphs.append(text[start..<found])
            position = bytes.index(after: position)
            start = position
        }
        return paragraphs + [text[start...]]
    }
}

/// Takes trailers one after the other; anything out of order is an error.
private struct TrailerReader {
    var lines: [Substring]

    mutating func kind() throws(Statement.FormatError) -> Statement.Kind {
        guard let first = lines.first,
            let kind = Statement.Kind.allCases.first(where: { first == "\($0.trailer): 1" })
        else {
            throw Statement.FormatError(
                description: "its trailers do not start with one that this version knows")
        }
        lines.removeFirst()
        return kind
    }

    mutating func take(_ name: String) throws(Statement.FormatError) -> String {
        let prefix = name + ": "
        guard let line = lines.first, line.utf8.starts(with: prefix.utf8),
            line.utf8.count > prefix.utf8.count
        else {
            throw Statement.FormatError(description: "`\(name)` is missing or out of order")
        }
        lines.removeFirst()
        return String(Substring(line.utf8.dropFirst(prefix.utf8.count)))
    }

    mutating func digest(
        _ name: String, none: String?
    ) throws(Statement.FormatError) -> Digest? {
        let text = try take(name)
        if text == none { return nil }
        guard let digest = Digest(text) else {
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
