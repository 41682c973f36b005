public import Terms

extension TermsDocument {
    /// Everything that is wrong with the terms, keys included, in reading order. The errors among
    /// it keep a text from being signed.
    ///
    /// - Parameter companions: The files that the terms name; nil where they are left alone.
    public func signingFindings(companions: CompanionFiles? = nil) -> [Finding] {
        let registry = Registry.read(sections[.parties]).findings
        return TermsCheck(self, companions: companions, others: registry + lockOutFindings)
            .findings
    }
}
