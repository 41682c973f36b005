public import Terms

extension TermsDocument {
    /// Everything that is wrong with the terms, keys included, in reading order: what `check`
    /// shows, and what keeps a text from being signed.
    public var signingFindings: [Finding] {
        (findings + Registry.read(sections[.parties]).findings).inReadingOrder()
    }
}
