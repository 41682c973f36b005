/// The comments of a YAML text: they explain, are no terms, and are signed with them.
public enum YAMLComments {
    /// The comments in the order of the text, each from its `#` to the end of its line. Linear.
    public static func all(in text: String) -> [String] {
        let scan = YAMLScan(text)
        return scan.comments.map { String(decoding: scan.bytes[$0], as: UTF8.self) }
    }
}
