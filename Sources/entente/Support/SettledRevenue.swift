internal import Agreement
internal import Foundation
internal import Redline
internal import Reports
internal import Settlement
internal import Terms

/// The revenue that is divided: a file, or amounts that are only tried.
struct SettledRevenue {
    enum Source {
        case file(path: String, bytes: [UInt8])
        case amounts([String], year: Int)
    }

    let source: Source
    /// Whether nobody gave it, so that it only shows the direction.
    private var isExample = false

    /// Reads the arguments, and the file that they name; `-` is standard input.
    init(file: String?, amounts: [String], year: Int?) throws {
        guard let file else {
            guard !amounts.isEmpty else {
                throw Problem(
                    "no-revenue", .unable, "there is no revenue to divide",
                    next: "Give a file with --revenue, or an amount: --amount \"EUR 100,000\"")
            }
            let year = year ?? 1
            guard (1...99).contains(year) else {
                throw Problem(
                    "bad-year", .unable, "there is no year \(year) of an agreement",
                    next: "Count from 1, the year in which it starts")
            }
            source = .amounts(amounts, year: year)
            return
        }
        guard amounts.isEmpty, year == nil else {
            throw Problem(
                "usage", .unable, "a file has its own amounts and days",
                next: "Leave out \(amounts.isEmpty ? "--year" : "--amount"), or --revenue")
        }
        do {
            let data =
                file == "-"
                ? FileHandle.standardInput.readDataToEndOfFile()
                : try Data(contentsOf: URL(fileURLWithPath: file))
            source = .file(path: file == "-" ? "standard input" : file, bytes: Array(data))
        } catch {
            throw Problem(
                "not-read", .unable, "the file can't be read", at: file,
                next: "Check its name", detail: "\(error)")
        }
    }

    private init(example amounts: [String], year: Int) {
        source = .amounts(amounts, year: year)
        isExample = true
    }

    /// 100,000 of each stream that both terms have, in one of the first years each, where they divide
    /// revenue differently; none where they don't, or where that can't be tried.
    static func examples(from old: TermsDocument, to new: TermsDocument) -> [SettledRevenue] {
        guard let before = try? CommercialTerms(old), let after = try? CommercialTerms(new),
            before != after
        else { return [] }
        let amounts = before.streams.compactMap { stream -> String? in
            guard let other = after.streams.first(where: { $0.id == stream.id }) else { return nil }
            return "\(stream.id)=\(stream.currency ?? other.currency ?? "EUR") 100,000"
        }
        return amounts.isEmpty ? [] : (1...5).map { SettledRevenue(example: amounts, year: $0) }
    }

    /// Where it is from, for people.
    private func label(_ count: Int) -> String {
        switch source {
        case .file(let path, _): "\(path), \(count) line\(count == 1 ? "" : "s")"
        case .amounts(let amounts, let year):
            (isExample ? "an example: " : "")
                + "\(amounts.joined(separator: ", ")), in one settlement period of year \(year)"
        }
    }

    /// Whether its lines have days of their own.
    var hasDays: Bool { if case .file = source { true } else { false } }

    /// What stands above a report.
    func header(
        _ framework: String, _ state: String, _ files: TermsFiles, _ distribution: Distribution
    ) -> SettlementHeader {
        SettlementHeader(
            framework: framework, state: state, digest: files.digest.description,
            revenue: label(distribution.revenueLines), hasDays: hasDays)
    }

    /// Its lines, and who receives what of them.
    ///
    /// - Throws: ``Problem`` about the first mistake, in the terms or in a line.
    func divide(
        by document: TermsDocument, of framework: String
    ) throws -> (terms: CommercialTerms, lines: [Revenue], distribution: Distribution) {
        let terms: CommercialTerms
        do {
            terms = try CommercialTerms(document)
        } catch {
            throw Problem(
                error.rule, .unable, error.message, at: "\(framework)/\(error.place)",
                next: error.next ?? "entente check \(framework)")
        }
        var findings: [Finding] = []
        let lines: [Revenue]
        var ledger: Ledger
        switch source {
        case .file(let path, let bytes):
            ledger = Ledger(terms, file: path)
            do {
                var reader = try RevenueReader(bytes, file: path, terms: terms)
                (lines, findings) = try reader.read()
            } catch {
                throw Self.problem([error])
            }
        case .amounts(let amounts, let year):
            ledger = Ledger(terms, file: "--amount")
            lines = try amounts.map { try TriedAmount($0, terms: terms).revenue(in: year) }
        }
        findings += ledger.add(lines)
        guard findings.isEmpty else { throw Self.problem(findings) }
        return (terms, lines, ledger.distribution())
    }

    /// What other terms move from whom to whom, each with what people call them.
    ///
    /// - Throws: as ``divide(by:of:)`` does, with the terms that it is about.
    func comparison(
        of framework: String, from old: (label: String, document: TermsDocument),
        to new: (label: String, document: TermsDocument), changes: [TermChange]
    ) throws -> SettlementComparisonReport {
        func divide(
            _ state: (label: String, document: TermsDocument)
        ) throws -> (terms: CommercialTerms, lines: [Revenue], distribution: Distribution) {
            do {
                return try self.divide(by: state.document, of: framework)
            } catch var problem as Problem {
                problem.message += ", under \(state.label)"
                throw problem
            }
        }
        let (one, two) = (try divide(old), try divide(new))
        return SettlementComparisonReport(
            DistributionComparison(
                from: one.terms, to: two.terms, old: one.distribution, new: two.distribution,
                lines: one.lines),
            changes: changes,
            from: header(framework, old.label, old.document.files, one.distribution),
            to: header(framework, new.label, new.document.files, two.distribution),
            names: Names(new.document, old.document))
    }

    /// The first mistake, and how many more there are.
    private static func problem(_ findings: [Finding]) -> Problem {
        let sorted = findings.inReadingOrder()
        let more = sorted.count - 1
        let count = more == 0 ? "" : " (and \(more) more mistake\(more == 1 ? "" : "s"))"
        return Problem(
            sorted[0].rule, .unable, sorted[0].message + count, at: sorted[0].place,
            next: sorted[0].next)
    }
}

/// `STREAM=EUR 100,000`, or an amount alone where there is one stream.
private struct TriedAmount {
    let terms: CommercialTerms
    let stream: String?
    let money: Money

    init(_ text: String, terms: CommercialTerms) throws {
        self.terms = terms
        let equals = text.firstIndex(of: "=")
        let amount = equals.map { text[text.index(after: $0)...] } ?? text[...]
        let named = equals.map { String(text[..<$0]) }
        do {
            money = try Money(parsing: String(amount))
        } catch {
            throw Problem(
                "bad-amount", .unable, TextRules.visible(error.message), at: "--amount",
                next: "--amount \(named.map { TextRules.visible($0) + "=" } ?? "")\"EUR 100,000\"")
        }
        guard named != nil || terms.streams.count <= 1 else {
            let ids = terms.streams.map(\.id)
            throw Problem(
                "which-stream", .unable, "`\(TextRules.visible(text))` names no stream",
                at: "--amount",
                next: "--amount \(ids[0])=\"\(money)\"; streams: \(ids.joined(separator: ", "))")
        }
        stream = named ?? terms.streams.first?.id
    }

    /// The amount as a line of the first day of a year.
    func revenue(in year: Int) -> Revenue {
        Revenue(
            date: terms.calendar.span(ofYear: year).first, stream: stream, money: money,
            contractStart: terms.calendar.span(ofYear: 1).first)
    }
}
