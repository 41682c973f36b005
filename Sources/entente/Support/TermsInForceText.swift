internal import Agreement
internal import Obligations
internal import Records
internal import SSHSignature
internal import Terms

/// What `status` says about terms in force, by what they say and what is on record.
struct TermsInForceText: Sendable {
    let title: String?
    let reviewOn: String?
    let due: DueText
    /// What is on record; nil where nobody keeps records.
    let book: RecordBook?
    private let holders: [KeyHolder]
    private let retired: [String]

    private init(_ facts: TermsFacts, book: RecordBook?, today: CalendarDate) {
        let framework = facts.values.sections[.framework]
        title = framework?["title"]?.text
        reviewOn = framework?["review-on"]?.text
        due = DueText(facts.values, book: book ?? RecordBook(), today: today)
        holders = facts.holders
        retired = facts.retired
        self.book = book
    }

    private static let places =
        Obligations.places + ["framework.title", "framework.review-on"].compactMap(TermPath.init)

    /// Whose a key is.
    func holder(of key: PublicKey) -> KeyHolder? {
        holders.first { $0.fingerprint == key.fingerprint }
    }

    /// Whether a key was somebody's once and signs nothing any more.
    func isRetired(_ key: PublicKey) -> Bool { retired.contains(key.fingerprint) }

    /// Reads those of some frameworks that have terms in force. Linear in their size, and in the
    /// number of records.
    ///
    /// - Throws: `GitError`.
    static func of(
        _ names: [String], in workspace: Workspace, history: History
    ) throws -> [String: TermsInForceText] {
        var books: [String: RecordBook] = [:]
        for name in names where history.frameworks[name]?.records ?? 0 > 0 {
            books[name] = RecordBook(try workspace.records(of: name, in: history))
        }
        let (today, known) = (workspace.environment.today, books)
        return try workspace.facts(of: names, at: places, history: history) { name, facts in
            TermsInForceText(facts, book: known[name], today: today)
        }
    }
}
