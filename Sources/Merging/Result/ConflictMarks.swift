internal import Terms

extension ConflictMarks {
    /// What each side has, between marks that start in the first column.
    static func lines(
        names: (left: String, right: String), base: [String], left: [String], right: [String]
    ) -> [String] {
        [start + names.left] + left + [self.base] + base + [middle] + right
            + [end + names.right]
    }
}
