/// The marks around what is undecided in a file.
enum ConflictMarks {
    /// What each side has, between marks that start in the first column.
    static func lines(
        names: (left: String, right: String), base: [String], left: [String], right: [String]
    ) -> [String] {
        ["<<<<<<< \(names.left)"] + left + ["||||||| before"] + base + ["======="] + right
            + [">>>>>>> \(names.right)"]
    }

    /// Whether a line is one of the marks.
    static func isMark(_ line: some StringProtocol) -> Bool {
        line.hasPrefix("<<<<<<< ") || line.hasPrefix(">>>>>>> ") || line == "======="
            || line == "||||||| before"
    }
}
