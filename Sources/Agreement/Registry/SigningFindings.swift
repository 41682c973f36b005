public import Terms

extension TermsDocument {
    /// Everything that is wrong with the terms, keys included, in reading order: what `check`
    /// shows. The errors among it keep a text from being signed.
    public var signingFindings: [Finding] {
        TermsCheck(self, others: Registry.read(sections[.parties]).findings + lockOutFindings)
            .findings
    }
}
