/// What Git needs to know to compare and merge terms by meaning: commands in the repository's own
/// configuration, and the files that they are for in its own attributes. Nothing of it comes from
/// what the repository holds, and where the program is missing, Git compares and merges lines.
enum DiffDriver {
    /// The program's part in each command.
    static let program = "entente diff-driver"
    /// The program's part in what merges.
    static let mergeProgram = "entente merge-driver"

    /// The settings by section.
    static let settings: [(section: String, key: String, value: String)] = [
        (
            "diff", "command",
            shell(
                "\(program) -- \"$@\"",
                or:
                    "git --no-pager diff --no-index --no-ext-diff --no-textconv -- \"$2\" \"$5\" || :"
            )
        ),
        ("diff", "textconv", shell("\(program) --textconv -- \"$1\"", or: "cat -- \"$1\"")),
        (
            "difftool", "cmd",
            "f() { " + "\(program) -- \"$MERGED\" \"$LOCAL\" 0 100644 \"$REMOTE\" 0 100644"
                + " || git --no-pager diff --no-index -- \"$LOCAL\" \"$REMOTE\" || :; }; f"
        ),
        (
            "merge", "driver",
            "f() { command -v entente > /dev/null 2>&1"
                + " && { \(mergeProgram) -- \"$@\"; r=$?; [ $r -le 1 ] && return $r; };"
                + " git merge-file --diff3 -L 'The text here' -L before -L 'The incoming text'"
                + " \"$2\" \"$1\" \"$3\"; }; f %O %A %B %P"
        ),
    ]

    /// Whether the value of a setting is of this program's making.
    static func isOurs(_ value: String) -> Bool {
        value.contains(program) || value.contains(mergeProgram)
    }

    /// The lines of `info/attributes`.
    static let attributes = [
        "# Made by `entente hooks install`; `entente hooks remove` takes it away.",
        "frameworks/*/terms/*.yaml diff=entente",
        "frameworks/*/terms/clauses/*.md diff=entente",
        "frameworks/*/terms/*.yaml merge=entente",
        "frameworks/*/terms/clauses/*.md merge=entente",
    ]

    /// A command for Git, which puts its arguments behind it.
    private static func shell(_ command: String, or fallback: String) -> String {
        "f() { command -v entente > /dev/null 2>&1 && \(command) 2> /dev/null || \(fallback); }; f"
    }

    /// A configuration without the sections of this driver.
    static func removed(from configuration: String) -> String {
        let headers = Set(settings.map { "[\($0.section) \"entente\"]" })
        var isOurs = false
        let lines = configuration.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.filter { line in
            let words = line.drop { $0 == " " || $0 == "\t" }
            if words.hasPrefix("[") {
                isOurs = headers.contains { words.hasPrefix($0) }
            }
            return !isOurs || line.isEmpty
        }.joined(separator: "\n")
    }

    /// A configuration with the sections of this driver at its end.
    static func added(to configuration: String) -> String {
        var text = removed(from: configuration)
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        var section = ""
        for setting in settings {
            if setting.section != section { text += "[\(setting.section) \"entente\"]\n" }
            section = setting.section
            let value = setting.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            text += "\t\(setting.key) = \"\(value)\"\n"
        }
        return text
    }

    /// Attributes without the lines of this driver.
    static func removed(fromAttributes text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !attributes.contains(String($0)) }.joined(separator: "\n")
    }

    /// Attributes with the lines of this driver at their end.
    static func added(toAttributes text: String) -> String {
        var text = removed(fromAttributes: text)
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        return text + attributes.map { $0 + "\n" }.joined()
    }
}
