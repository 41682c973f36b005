public import Terms

/// How long an agreement lasts (framework.yaml, `term`): the term that is running, what comes at its
/// end, and the last day on which somebody can say that it shall not go on.
public struct AgreementTerm: Hashable, Sendable {
    /// What happens at the end.
    public enum Renewal: String, Hashable, Sendable {
        /// It ends.
        case none
        /// It goes on if all agree.
        case express
        /// It goes on unless somebody gives notice.
        case tacit
    }

    /// One of the terms that follow each other.
    public struct Span: Hashable, Sendable {
        /// Its number, from 0 for the first one, before any renewal.
        public let number: Int
        /// Its last day.
        public let end: CalendarDate
        /// The last day on which notice can be given; nil where the terms ask for none.
        public let lastNotice: CalendarDate?
    }

    /// The first day, where the terms say so.
    public let starts: CalendarDate?
    /// What happens at the end.
    public let renewal: Renewal
    private let ends: CalendarDate?
    private let period: CalendarDuration?
    private let notice: CalendarDuration?

    /// Makes one. Without an end it goes on for ever.
    public init(
        starts: CalendarDate?, ends: CalendarDate?, renewal: Renewal, period: CalendarDuration?,
        notice: CalendarDuration?
    ) {
        self.starts = starts
        self.ends = ends
        self.renewal = renewal
        self.period = period.flatMap { $0.isNone ? nil : $0 }
        self.notice = notice
    }

    init(_ values: TermsValues) {
        let term = values.sections[.framework]?["term"]
        self.init(
            starts: term?["starts"]?.date, ends: term?["ends"]?.date,
            renewal: term?["renewal"]?.text.flatMap(Renewal.init) ?? .none,
            period: term?["renewal-period"]?.duration, notice: term?["notice"]?.duration)
    }

    /// The term that a day lies in; nil where it has no end, or is over.
    ///
    /// Renewed terms follow each other without a gap, each counted from the day after the first
    /// end, so that the ends of months don't wear off. As fast for the hundredth as for the first.
    public func span(on day: CalendarDate) -> Span? {
        guard let ends else { return nil }
        if day <= ends { return span(number: 0, end: ends) }
        guard renewal == .tacit, let period else { return nil }
        let second = ends.adding(days: 1)
        // The first day after the term that the day lies in is later than the day.
        let number = second.times(period, to: day.adding(days: 1))
        return span(number: number, end: second.adding(period, times: number).dayBefore)
    }

    /// The term after one; nil where it is not renewed.
    public func span(after span: Span) -> Span? {
        let next = self.span(on: span.end.adding(days: 1))
        return next.flatMap { $0.end > span.end ? $0 : nil }
    }

    private func span(number: Int, end: CalendarDate) -> Span {
        Span(number: number, end: end, lastNotice: notice.map { end.latest(before: $0) })
    }
}
