/// Words for a shell.
public enum ShellWord {
    /// A word that a shell takes as it is.
    public static func quoted(_ word: String) -> String {
        "'"
            + word.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }
}
