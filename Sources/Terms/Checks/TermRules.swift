/// All rules about what the terms say.
public enum TermRules {
    /// The rules by topic, in the order of the documents. The last one looks at what the others
    /// found.
    public static let all: [TermRule] =
        [purpose, people, money, safeguards, time, files, clauses, [.waiverUnused]].flatMap(\.self)

    private static let purpose: [TermRule] = [
        .objectiveUnmeasured, .objectiveUnsourced, .objectiveSetByOne, .successMissing,
        .goalsKindMissing, .goalsOneSided, .visionsApart,
    ]

    private static let people: [TermRule] = [
        .managerMissing, .sponsorMissing, .roleElsewhere, .opportunityLeadMissing, .leadsOneParty,
        .advisorEmployed, .advisorPaidByOne, .advisorSignatory, .advisorFeeUneven,
        .advisorAppointedByOne,
    ]

    private static let money: [TermRule] = [
        .streamDivision, .tiersGap, .tiersOverlap, .waterfallFinalSplit, .currencyMixed,
        .currencyUnknown, .subscriptionTerms, .shareAbove80, .shareAgainstInvestment,
        .tailMissing, .pipelineShort,
    ]

    private static let safeguards: [TermRule] = [
        .disputeActor, .disputeLimit, .mediationFirst, .customerLadderMissing, .exclusivityScope,
        .exclusivityEnd, .exclusivityOneSided, .nonSolicitationOneSided, .terminationOneSided,
        .auditOneSided,
    ]

    private static let time: [TermRule] = [
        .termDates, .dateBeforeStart, .dateAfterEnd, .trainingLate,
    ]

    private static let files: [TermRule] = [.digestStale, .fileMissing]

    private static let clauses: [TermRule] = [
        .clauseReference, .clauseTitle, .clauseLink, .termUndefined, .termOnce,
    ]
}
