internal import Terms

/// Reads typed values out of terms, and names the place where something is wrong.
struct TermsReading {
    let document: TermsDocument

    func text(_ path: TermPath) -> String? { document[path]?.text }

    func money(_ path: TermPath) -> Money? { document[path]?.money }

    /// An amount that is neither below zero nor too large to be counted with.
    func amount(_ path: TermPath) throws(Finding) -> Money? {
        guard let money = money(path) else { return nil }
        guard money.minorUnits >= 0 else {
            throw finding(
                "negative-amount", path, "`\(path)` is below zero", next: "Write an amount")
        }
        guard money.minorUnits <= Ledger.largestVolume else {
            throw finding(
                "too-large", path, "`\(path)` is too large an amount", next: "Check the amount")
        }
        return money
    }

    func share(_ path: TermPath) -> Share? { document[path]?.share }

    func integer(_ path: TermPath) -> Int64? { document[path]?.integer }

    func duration(_ path: TermPath) -> CalendarDuration? { document[path]?.duration }

    func date(_ path: TermPath) -> CalendarDate? { document[path]?.date }

    /// The split at a path, or nil where nothing is said.
    func split(_ path: TermPath) -> Split? {
        var weights: [String: Int64] = [:]
        for member in document[path]?.members ?? [] {
            guard let share = member.value.share else { continue }
            weights[member.key] = Int64(share.basisPoints)
        }
        return weights.isEmpty ? nil : Split(path, weights)
    }

    /// The paths of the items of a list.
    func items(_ path: TermPath) -> [TermPath] {
        (document[path]?.items ?? []).compactMap(\.id).map(path.appending)
    }

    /// Something that keeps money from being divided, with its place in the file.
    func finding(
        _ rule: String, _ path: TermPath, _ message: String, next: String
    ) -> Finding {
        let section = SectionName(rawValue: path.section)
        return Finding(
            rule: rule, file: section?.file ?? path.section, position: document.position(of: path),
            path: path,
            message: message, next: next)
    }
}
