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
}
