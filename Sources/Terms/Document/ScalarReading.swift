extension SectionReader {
    /// Reads one scalar as its field wants it: the type decides, so `no` is a text where a text
    /// is wanted and an error where a boolean is.
    mutating func readScalar(_ node: YAMLNode, as type: FieldType, at path: TermPath) -> Scalar? {
        guard case .scalar(let written, _) = node.content else {
            report(
                "wrong-shape", node.position, path,
                "`\(path.last)` should be a single value, not a list or fields")
            return nil
        }
        do {
            return try ScalarReader.read(written, as: type)
        } catch {
            report("bad-value", node.position, path, "`\(path.last)`: \(error.message)")
            return nil
        }
    }
}

/// Reads texts as typed scalars.
public enum ScalarReader {
    /// The value of a text for a field of a scalar type.
    ///
    /// - Throws: ``ScalarError`` with a sentence that says how to write it.
    public static func read(_ written: String, as type: FieldType) throws(ScalarError) -> Scalar {
        switch type {
        case .prose:
            let prose = Prose(written)
            guard !prose.paragraphs.isEmpty else { throw ScalarError("it is empty") }
            return .prose(prose)
        case .boolean:
            switch written {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: throw ScalarError("`\(written)` is neither true nor false")
            }
        case .integer(let range):
            guard let value = Int64(written), String(value) == written else {
                throw ScalarError("`\(written)` is not a whole number; write it like 12")
            }
            guard range.contains(value) else {
                throw ScalarError(
                    range.lowerBound == range.upperBound
                        ? "`\(written)` should be \(range.lowerBound)"
                        : "\(value) is not between \(range.lowerBound) and \(range.upperBound)")
            }
            return .integer(value)
        case .money: return .money(try Money(parsing: written))
        case .share: return .share(try Share(parsing: written))
        case .duration: return .duration(try CalendarDuration(parsing: written))
        case .date: return .date(try CalendarDate(parsing: written))
        case .quantity: return .quantity(try Quantity(parsing: written))
        case .choice(let choices):
            guard choices.contains(where: { $0.value == written }) else {
                throw unknownWord(written, among: choices.map(\.value))
            }
            return .text(written)
        case .uuid, .sha256, .email, .publicKey, .fingerprint, .identifier, .text, .term,
            .reference:
            return .text(try checkedText(written, as: type))
        case .object, .list, .map:
            throw ScalarError("`\(written)` is a single value where fields or a list are wanted")
        }
    }

    private static func unknownWord(_ word: String, among words: [String]) -> ScalarError {
        let nearest = Suggestion.nearest(to: word, in: words)
        return ScalarError(
            "`\(word)` is not one of \(words.joined(separator: ", "))"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
    }

    private static func checkedText(_ text: String, as type: FieldType) throws(ScalarError)
        -> String
    {
        guard !text.allSatisfy(\.isWhitespace) else { throw ScalarError("it is empty") }
        guard !text.utf8.contains(0x0A) else {
            throw ScalarError("it should be one line of text")
        }
        switch type {
        case .uuid where !isUUID(text):
            throw ScalarError(
                "`\(text)` is not a UUID in lower case, like the one that uuidgen prints")
        case .sha256 where !(text.utf8.count == 64 && Digest("sha256:" + text) != nil):
            throw ScalarError("`\(text)` is not a SHA-256: 64 hexadecimal digits in lower case")
        case .email where !isEmail(text):
            throw ScalarError("`\(text)` is not an e-mail address like ada@northwind.example")
        case .publicKey where text.split(separator: " ").count < 2:
            throw ScalarError(
                "`\(text)` is not an OpenSSH public key; paste the line of a .pub file")
        case .fingerprint where !isFingerprint(text):
            throw ScalarError("`\(text)` is not a key fingerprint as ssh-keygen -l prints it")
        case .term:
            try checkTerm(text)
            return text
        case .identifier where !Identifier.isValid(text):
            throw ScalarError(
                "`\(text)` is not an id: lower-case letters, digits and hyphens, starting with "
                    + "a letter, 63 at the most")
        default:
            return text
        }
    }

    /// Whether the schema has a section, clause or field at a path.
    private static func checkTerm(_ text: String) throws(ScalarError) {
        guard let path = TermPath(text) else {
            throw ScalarError(
                "`\(text)` is not the path of a term; write it like purpose.goals")
        }
        guard let section = SectionName(rawValue: path.section) else {
            if path.components.count == 1, ClauseName(file: text + ".md") != nil { return }
            let nearest = Suggestion.nearest(
                to: path.section, in: SectionName.allCases.map(\.rawValue))
            throw ScalarError(
                "`\(path.section)` is neither a section nor a clause"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
        }
        do {
            _ = try section.types(along: path)
        } catch {
            throw ScalarError(error.message)
        }
    }

    private static func isUUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || $0 == 0x2D
            }
    }

    /// Whether a text is `SHA256:` and the 43 base64 digits of 32 bytes, without padding.
    private static func isFingerprint(_ text: String) -> Bool {
        text.hasPrefix("SHA256:") && text.utf8.count == 50
            && text.utf8.dropFirst(7).allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0) || $0 == 0x2B || $0 == 0x2F
            }
    }

    private static func isEmail(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
            && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
            && !text.contains(where: { " <>,;\"()".contains($0) })
    }
}
