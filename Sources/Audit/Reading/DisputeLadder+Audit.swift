public import Records
public import Terms

extension DisputeLadder {
    /// The term that it is about; nil where it names none.
    public var term: TermPath? { opening.value?["term"]?.text.flatMap(TermPath.init) }

    /// What it is about.
    public var what: String { opening.value?["what"]?.text ?? "" }

    /// The ladder that it goes up.
    var path: TermPath {
        steps.first?.path.parent
            ?? TermPath(section: "safeguards").appending("disputes").appending("partners")
            .appending("steps")
    }
}

extension Past {
    /// What is on record of a dispute.
    func evidence(of dispute: DisputeLadder) -> [Assessment.Evidence] {
        dispute.records.compactMap { PastRecord($0, signing: signing) }.evidence
    }
}
