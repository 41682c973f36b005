internal import Foundation

/// What a name is on the file systems that tell fewer names apart than Git does.
public enum FoldedName {
    /// The name as such file systems know it: without capitals (APFS, NTFS), in one normal form and
    /// without invisible characters (HFS+). Two names are twins if this is the same of both.
    public static func of(_ name: String) -> String {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.lowercased() }
        let visible = name.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        // There and back, for letters with several small forms, like the long s.
        return String(String.UnicodeScalarView(visible)).uppercased().lowercased()
            .precomposedStringWithCanonicalMapping
    }
}
