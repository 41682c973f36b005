public import Terms

extension TermsDocument {
    /// Everything that is wrong with the terms, keys included, in reading order. The errors among
    /// it keep a text from being signed. Files that the terms name, and that lie outside of them,
    /// are compared where they are given.
    public func signingFindings(companions: CompanionFiles? = nil) -> [Finding] {
        let registry = Registry.read(sections[.parties]).findings
        return TermsCheck(self, companions: companions, others: registry + lockOutFindings)
            .findings
    }
}
