internal import Agreement
internal import Git
internal import Records
internal import Reports
internal import SSHSignature
internal import Terms

/// A framework in force with what is on record: what it is held against is all here.
struct RecordedFramework {
    let name: String
    let history: FrameworkHistory
    /// The terms in force.
    let document: TermsDocument
    let terms: RecordTerms
    let book: RecordBook
    /// When a step of the agreed history was last made for it, in seconds since 1970.
    let changed: Int64

    /// Reads all records. Linear in their number.
    ///
    /// - Throws: `Problem` where nothing is in force; `GitError`.
    init(
        _ named: String?, firstOf command: String? = nil, session: Session, workspace: Workspace,
        history: History
    ) throws {
        name = try session.framework(named, firstOf: command, in: workspace, history: history)
        guard let known = history.frameworks[name] else {
            throw Problem(
                "nothing-in-force", .unable, "nothing of \(name) is agreed yet",
                next: "entente status")
        }
        self.history = known
        document = TermsDocument(try known.terms.files)
        terms = RecordTerms(document)
        let records = try workspace.records(of: name, in: history)
        book = RecordBook(records)
        changed = records.reduce(known.inForce.seconds) { max($0, $1.seconds) }
    }

    var version: Int { history.inForce.number }
    var names: Names { Names(document) }

    /// The person of the registry in force whose key would sign.
    ///
    /// - Throws: `Problem` where no key is found, or it is nobody's.
    func person(
        key: String?, session: Session, workspace: Workspace
    ) async throws -> Registry.Person {
        let known = try history.terms.registry?.keys ?? []
        let found = try await SSHKeygen(session.environment)
            .findKey(named: key, in: workspace, known: known).publicKey
        guard let person = try history.terms.registry?.owner(of: found) else {
            throw Problem(
                "unregistered-key", .no,
                "your key \(found.fingerprint) belongs to nobody in \(name)",
                next: "Name another one with --key FILE; entente keys lists them")
        }
        return person
    }
}
