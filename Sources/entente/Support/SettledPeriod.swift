internal import Agreement
internal import Records
internal import Reports
internal import Settlement
internal import Terms

/// The days that are settled: `2027-02-01..2027-04-30`, `2027-Q1`, or `2027`.
struct SettledPeriod {
    let from: CalendarDate
    let to: CalendarDate

    init(_ text: String) throws {
        let parts = text.components(of: "..")
        if parts.count == 2 {
            from = try DayArgument.read(parts[0], for: "--period")
            to = try DayArgument.read(parts[1], for: "--period")
        } else if let span = Self.quarter(text) ?? Self.year(text) {
            (from, to) = span
        } else {
            throw Problem(
                "bad-period", .unable, "`\(TextRules.visible(text))` is no period",
                at: "--period", next: "Write it like 2027-02-01..2027-04-30, 2027-Q1 or 2027")
        }
        guard from <= to else {
            throw Problem(
                "bad-period", .unable, "\(to) is before \(from)", at: "--period",
                next: "Write the first day first")
        }
    }

    private static func year(_ text: String) -> (CalendarDate, CalendarDate)? {
        months(text, first: 1, count: 12)
    }

    private static func quarter(_ text: String) -> (CalendarDate, CalendarDate)? {
        let parts = text.components(of: "-Q")
        guard parts.count == 2, let number = Int(parts[1]), (1...4).contains(number) else {
            return nil
        }
        return months(parts[0], first: 3 * number - 2, count: 3)
    }

    private static func months(
        _ year: String, first: Int, count: Int
    ) -> (CalendarDate, CalendarDate)? {
        guard year.utf8.count == 4, let number = Int(year),
            let from = CalendarDate(year: number, month: first, day: 1)
        else { return nil }
        return (from, from.adding(months: count).dayBefore)
    }

    /// Works out who owes whom.
    ///
    /// - Throws: `Problem` where a version or a record says nothing that can be divided.
    func report(
        of recorded: RecordedFramework, workspace: Workspace, history: History
    ) throws -> StatementReport {
        let revenue = RecordedRevenue.all(in: recorded.book, signing: recorded.terms.signing)
        var terms: [Int: CommercialTerms] = [:]
        for version in Set(revenue.map(\.version)).union([recorded.version]).sorted() {
            let files =
                version == recorded.version
                ? recorded.document.files
                : try workspace.state("v\(version)", of: recorded.name, history: history).files
            guard let files else { continue }
            do {
                terms[version] = try CommercialTerms(TermsDocument(files))
            } catch {
                throw Problem(
                    error.rule, .unable, "\(error.message), in version \(version)",
                    at: "\(recorded.name)/\(error.place)", next: error.next)
            }
        }
        do throws(Finding) {
            return StatementReport(
                try PeriodStatement(
                    recorded.book, terms: terms, inForce: recorded.version,
                    signing: recorded.terms.signing, from: from, to: to),
                of: recorded.name, names: recorded.names)
        } catch {
            throw Problem(
                error.rule, .unable, error.message, at: error.file,
                next: "Correct the record: entente record correct "
                    + (RecordID(error.file)?.description ?? ""))
        }
    }
}

extension String {
    /// The parts between a separator.
    fileprivate func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
