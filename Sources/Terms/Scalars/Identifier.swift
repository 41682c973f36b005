internal import Foundation

/// The rule for names in kebab-case: frameworks, people, parties and every `id`.
public enum Identifier {
    /// Whether a text is `[a-z][a-z0-9-]{0,62}` (format.md, "Layout of a workspace").
    public static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...63).contains(bytes.count), let first = bytes.first,
            (0x61...0x7A).contains(first)
        else { return false }
        return bytes.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }

    /// A name made of the first words of a text, such as `half-revenue-renews`; nil where it has no
    /// letters that a name may have.
    public static func made(of text: String) -> String? {
        let letters = text.lowercased().replacing("ß", with: "ss").decomposedLetters
        let words = letters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        let telling = words.filter { !fillers.contains($0) }
        var name = ""
        for word in (telling.isEmpty ? words : telling).prefix(3) {
            guard name.utf8.count + word.utf8.count < 40 else { break }
            name += name.isEmpty ? word : "-" + word
        }
        if let first = name.first, first.isNumber { name = "n" + name }
        return isValid(name) ? name : nil
    }

    /// Words that tell nothing about what a sentence is about.
    private static let fillers: Set<String> = [
        "a", "an", "and", "are", "at", "be", "by", "for", "from", "in", "is", "it", "its", "of",
        "on", "or", "our", "that", "the", "their", "they", "this", "to", "we", "with",
    ]
}

extension String {
    /// The letters without their accents: `ü` is read as `u`.
    fileprivate var decomposedLetters: String {
        var letters = String.UnicodeScalarView()
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars
        where !(0x300..<0x370).contains(scalar.value) {
            letters.append(scalar)
        }
        return String(letters)
    }
}
