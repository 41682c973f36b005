internal import Terms

/// A place in a document that links can name: the path of the term that stands there. It stays the
/// same while numbers and titles change.
struct Anchor: Hashable, Sendable {
    /// The id, of letters, digits, full stops, hyphens, slashes and underscores.
    let id: String

    /// The place of a term.
    init(_ path: TermPath) { self.init(named: path.description) }

    /// A place that is no term.
    init(named name: String) {
        id = name.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.properties.isAlphabetic && byte < 0x80
            if isPlain || (0x30...0x39).contains(byte) || ".-/".unicodeScalars.contains(scalar) {
                return String(scalar)
            }
            return "_" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
