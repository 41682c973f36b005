public import Terms

/// What a review says besides the comparison itself (reports.md, "The review report"): all of it
/// is empty where nothing is known, as where two states are compared that nobody proposed.
public struct Review: Sendable {
    /// Who signed exactly this text.
    public var signatures: [DocumentCover.Signature]
    /// What readers have to decide, the most pressing first.
    public var decisions: [Decision]
    /// What the proposal moves in money, behind the figures.
    public var settlement: SettlementComparisonReport?
    /// Where changes come from, by the paths of the terms.
    public var origins: [TermPath: ChangeOrigin]
    /// What was said about all of it, oldest first.
    public var remarks: [ChangeOrigin.Remark]
    /// Who has to sign, who has, and what comes next.
    public var signOffs: SignOffs

    /// Makes what a review says; nothing, unless it is given.
    public init(
        signatures: [DocumentCover.Signature] = [], decisions: [Decision] = [],
        settlement: SettlementComparisonReport? = nil, origins: [TermPath: ChangeOrigin] = [:],
        remarks: [ChangeOrigin.Remark] = [], signOffs: SignOffs = SignOffs()
    ) {
        self.signatures = signatures
        self.decisions = decisions
        self.settlement = settlement
        self.origins = origins
        self.remarks = remarks
        self.signOffs = signOffs
    }

    /// Whether there is nothing to say.
    var isEmpty: Bool {
        signatures.isEmpty && decisions.isEmpty && settlement == nil && origins.isEmpty
            && remarks.isEmpty && signOffs.isEmpty
    }
}
