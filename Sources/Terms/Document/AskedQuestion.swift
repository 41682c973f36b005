/// A question that somebody put to a party (`framework.asked`).
public struct AskedQuestion: Hashable, Sendable {
    /// What is asked about.
    public let path: TermPath
    /// Who is to answer.
    public let party: String
}

extension TermsDocument {
    /// The questions that were put to parties, answered or not, in the order of the file.
    var asked: [AskedQuestion] {
        (sections[.framework]?.value?["asked"]?.items ?? []).compactMap { item in
            guard let path = item.value["at"]?.text.flatMap({ TermPath($0) }),
                let party = item.value["party"]?.text
            else { return nil }
            return AskedQuestion(path: path, party: party)
        }
    }
}
