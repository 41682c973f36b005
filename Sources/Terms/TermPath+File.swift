extension TermPath {
    private static let folder = "terms/"

    /// The address of a file in `terms/` as a whole: a section, a clause, or its path where terms
    /// have no such file. No two files have the same.
    public init(file: String) {
        if let section = SectionName(file: file) {
            self.init(section: section.rawValue)
        } else if let clause = ClauseName(file: file) {
            self.init(section: "clauses/\(clause.name)")
        } else {
            // `purpose` lies beside `purpose.yaml`, and is not the section.
            let isTaken =
                SectionName(rawValue: file) != nil || ClauseName(file: file + ".md") != nil
                || file.hasPrefix(Self.folder)
            self.init(section: isTaken ? Self.folder + file : file)
        }
    }

    /// The path in `terms/` of the file that it lies in.
    public var file: String {
        if let section = SectionName(rawValue: section) { return section.file }
        if ClauseName(file: section + ".md") != nil { return section + ".md" }
        return section.hasPrefix(Self.folder)
            ? String(section.dropFirst(Self.folder.count)) : section
    }
}
