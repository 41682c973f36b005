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

    /// What others recorded and the party of a person has said nothing of yet.
    func recordsToConfirm(
        by me: KeyHolder?, in history: FrameworkHistory?
    ) throws -> [RecordID] {
        guard let me, let book, let terms = try history?.terms,
            let party = terms.registry?.person(me.person)?.party
        else { return [] }
        let signing = RecordTerms(TermsDocument(terms.files)).signing
        guard signing.contains(party) else { return [] }
        return book.records.filter {
            $0.standing(among: signing) == .claimed && $0.party != party
                && $0.current.verdicts[party] == nil
        }.map(\.current.id)
    }

    /// The command that lists what waits for being confirmed.
    static func confirming(_ framework: String) -> String {
        "entente records \(framework) --standing claimed"
    }

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
