/// Words for a shell.
public enum ShellWord {
    /// A word that a shell takes as it is.
    public static func quoted(_ word: String) -> String {
        "'"
            + word.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }

    /// The same, without quotes where it needs none.
    public static func argument(_ word: String) -> String {
        let isPlain = word.allSatisfy {
            $0.isLetter || $0.isNumber || "/._-:@~+%".contains($0)
        }
        return isPlain && !word.isEmpty ? word : quoted(word)
    }
}
