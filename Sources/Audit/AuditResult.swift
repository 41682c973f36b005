public import Terms

/// What the terms promise, held against what is on record, as of a day.
public struct AuditResult: Sendable {
    /// What happened up to the day.
    public let past: Past
    /// The promises, by section and in the order of the rules.
    public let assessments: [Assessment]
    /// The sections that were looked at.
    public let looksAt: [SectionName]

    /// Holds all promises against what is on record.
    ///
    /// Linear in the terms and, apart from sorting, in the records.
    ///
    /// - Parameters:
    ///   - past: What happened.
    ///   - sections: The sections to look at.
    public init(_ past: Past, sections: [SectionName] = SectionName.allCases) {
        self.past = past
        looksAt = sections
        let verdicts = Verdicts(past)
        assessments = sections.flatMap { section in
            let found = AuditRules.all.filter { $0.section == section }
                .flatMap { $0.assessments(of: past) }
            return verdicts.weigh(found) + verdicts.others(than: found, in: section)
        }
    }

    /// The assessments of a section.
    public func assessments(of section: SectionName) -> [Assessment] {
        assessments.filter { $0.section == section }
    }

    /// The sections in which something is promised.
    public var sections: [SectionName] {
        SectionName.allCases.filter { !assessments(of: $0).isEmpty }
    }
}
