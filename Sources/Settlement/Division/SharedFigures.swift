internal import Terms

/// What counts once although several versions of the terms divide revenue at the same time: agreed
/// amounts, goals of paying back, and the tiers and bounds of a year. What revenue under an
/// earlier version has used is no longer there for that under a later one.
struct SharedFigures {
    /// A step of the order of payment in one settlement period.
    struct StepTime: Hashable {
        let path: TermPath
        let first: CalendarDate
    }

    /// A stream in a year of the agreement.
    struct StreamYear: Hashable {
        let stream: String
        let year: Int
    }

    /// How much of each goal is paid back.
    var recouped: [TermPath: Int64] = [:]
    /// How much of an agreed amount is paid in each period.
    var paid: [StepTime: Int64] = [:]
    /// What each step could not pay for want of money.
    var unpaid: [TermPath: Int64] = [:]
    /// How much of each stream was divided in a year.
    var divided: [StreamYear: Int64] = [:]
    /// What everybody has of it, before the others make up for what is missing to the least.
    var received: [StreamYear: [String: Int64]] = [:]
    /// What moved because of the least.
    var lifted: [StreamYear: [String: Int64]] = [:]
}
