public import Terms

/// What the terms of one state say about dividing revenue (commercials.yaml and the term of
/// framework.yaml), with nothing left that could be read in two ways. See docs/settlement.md.
public struct CommercialTerms: Hashable, Sendable {
    /// The years and settlement periods of the agreement.
    public internal(set) var calendar: SettlementCalendar
    /// The last day of the agreement, where it ends without renewal.
    public let ends: CalendarDate?
    /// Who invoices customers, and so pays back what nobody gives back.
    public internal(set) var invoicedBy: String?
    /// The streams, in the order of the terms.
    public internal(set) var streams: [StreamTerms]
    /// The steps before the final split, in the order of payment.
    public internal(set) var steps: [WaterfallStep]
    /// Who receives what fits no stream; nil where the terms don't say.
    public internal(set) var finalShares: Split?
    /// Steps behind a split, which never get anything.
    public let unreached: [TermPath]

    /// Reads the terms. Linear in their size.
    ///
    /// - Throws: A finding, where the terms have errors or don't say how money is divided.
    public init(_ document: TermsDocument) throws(Finding) {
        let reading = TermsReading(document: document)
        let commercials = TermPath(section: SectionName.commercials.rawValue)
        let term = TermPath(section: SectionName.framework.rawValue).appending("term")
        let settlement = commercials.appending("settlement")
        let read =
            [settlement, term.appending("starts"), term.appending("ends")]
            + ["streams", "waterfall", "investments"].map(commercials.appending)
        if let error = document.findings.first(where: { Self.stands(in: read, $0) }) {
            throw error
        }
        calendar = try SettlementCalendar(reading: reading, term: term, settlement: settlement)
        let renewal = reading.text(term.appending("renewal"))
        ends = renewal == "none" ? reading.date(term.appending("ends")) : nil
        invoicedBy = reading.text(settlement.appending("invoiced-by"))

        let investments = try Investment.all(in: reading)
        var steps: [WaterfallStep] = []
        for path in reading.items(commercials.appending("waterfall")) {
            steps.append(
                try WaterfallReading(reading: reading, path: path, investments: investments).step())
        }
        let final = steps.firstIndex { $0.kind == .split }
        self.steps = Array(steps[..<(final ?? steps.count)])
        unreached = final.map { steps[($0 + 1)...].map(\.path) } ?? []
        finalShares = final.flatMap { reading.split(steps[$0].path.appending("shares")) }

        var streams: [StreamTerms] = []
        for path in reading.items(commercials.appending("streams")) {
            streams.append(
                try StreamReading(reading: reading, path: path, finalShares: finalShares).stream())
        }
        self.streams = streams
        guard !streams.isEmpty || finalShares != nil else {
            throw reading.finding(
                "no-streams", commercials.appending("streams"),
                "the terms do not say how revenue is divided",
                next: "Answer commercials.streams, then entente check")
        }
    }

    /// The one currency that streams name; nil where they name several or none.
    var onlyCurrency: String? {
        let named = Set(streams.compactMap(\.currency))
        return named.count == 1 ? named.first : nil
    }

    /// Whether an error is about something that counts here, or hides it.
    private static func stands(in read: [TermPath], _ finding: Finding) -> Bool {
        guard finding.severity == .error else { return false }
        // Amounts can be tried before anybody knows when the agreement starts.
        if finding.rule == "missing-field", finding.file == SectionName.framework.file {
            return false
        }
        guard let path = finding.path else {
            return [SectionName.commercials.file, SectionName.framework.file].contains(finding.file)
        }
        return read.contains { $0.contains(path) || path.contains($0) }
    }
}
