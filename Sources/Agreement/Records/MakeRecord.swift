internal import Git
public import Records
public import SSHSignature
internal import Terms

extension Workspace {
    /// The keys that may record something of a framework: those of the registry in force.
    ///
    /// - Throws: `GitError` where it can't be read.
    public func knownKeys(of framework: String, in history: History) throws -> Set<PublicKey> {
        try history.frameworks[framework]?.terms.registry?.keys ?? []
    }

    /// What a record of the owner of a key would be checked against now.
    ///
    /// - Parameters:
    ///   - framework: The framework.
    ///   - key: The key of whoever records.
    ///   - history: The agreed history.
    ///   - scope: What of the records is read, by whoever records; all of them where it is nil.
    /// - Returns: What it is checked against.
    /// - Throws: ``Problem`` where nothing is in force, or the key is nobody's; `GitError`.
    public func recordingContext(
        of framework: String, key: PublicKey, in history: History,
        reading scope: (Recorder) -> RecordScope? = { _ in nil }
    ) throws -> RecordingContext {
        guard let known = history.frameworks[framework], let registry = try known.terms.registry
        else {
            throw Problem(
                "nothing-in-force", .unable,
                "nothing of \(framework) is agreed yet that a record could be held against",
                next: "entente status")
        }
        guard let person = registry.owner(of: key) else {
            throw Problem(
                "unregistered-key", .no,
                "your key \(key.fingerprint) belongs to nobody in \(framework)",
                next: "Record with a key that `entente keys` lists (--key FILE)")
        }
        let recorder = Recorder(person: person.id, name: person.name, party: person.party)
        let document = TermsDocument(try known.terms.files)
        let book = try recordBook(of: framework, in: scope(recorder), history: history)
        return RecordingContext(
            recorder: recorder, terms: RecordTerms(document), version: known.inForce.number,
            check: RecordCheck(
                book, document: document, recorder: recorder,
                founded: CalendarDate(secondsSince1970: known.first.seconds),
                today: environment.today))
    }

    /// Records something in one signed commit on `main`: all of it, or nothing.
    ///
    /// What is recorded is prepared against the newest agreed history. The signature is made without
    /// holding any lock; where others recorded or agreed something meanwhile, all of it is
    /// prepared, checked and signed again on top of theirs.
    ///
    /// - Parameters:
    ///   - framework: The framework.
    ///   - key: The key of whoever records.
    ///   - signer: Makes the signature.
    ///   - scope: What of the records is read, by whoever records; all of them where it is nil.
    ///   - prepare: Checks what is to be recorded, and returns it; it throws where it is refused.
    /// - Returns: The records, in order.
    /// - Throws: ``Problem``; `GitError`; what `prepare` throws.
    public func record(
        in framework: String, key: SigningKey, signer: any Signer,
        reading scope: (Recorder) -> RecordScope? = { _ in nil },
        prepare: (inout RecordingContext) throws -> [RecordDraft]
    ) async throws -> [RecordID] {
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        for _ in 0..<Self.attempts {
            var history = try soundHistory()
            let main = try main()
            guard history.tip == main else { continue }
            var context = try recordingContext(
                of: framework, key: key.publicKey, in: history, reading: scope)
            let drafts = try prepare(&context)
            let folder = "frameworks/\(framework)/records"
            let old = try store.recordsTree(of: framework, in: main)
            var writing = RecordWriting(
                tree: old, moment: committer.seconds, repository: repository)
            let ids = try drafts.map { try writing.add($0) }
            let root = try repository.tree(
                try repository.commit(main).tree, replacing: folder,
                with: (.tree, try writing.tree()))
            let message = Self.message(
                for: ids, of: framework, by: context.recorder)
            let draft = CommitDraft(
                tree: root, parents: [main], author: author, committer: committer,
                message: message)
            let signature = try await signer.sign(try draft.bytes(), with: key)
            let id = try repository.write(commit: try draft.bytes(signature: signature))
            // The very check that every partner's verification makes, before anything moves.
            try history.advance(to: id, store: store)
            if let breach = history.breach {
                throw Problem(
                    "does-not-verify", .no,
                    "the record would not verify: \(breach.violations[0].message)",
                    next: breach.violations[0].next ?? "entente verify")
            }
            guard try move(from: main, to: id, ids, of: framework, by: committer) else { continue }
            try rememberVerified(id)
            return ids
        }
        throw Problem(
            "busy", .unable, "others keep recording at the same moment",
            next: "Try again in a moment")
    }

    /// How often a record is made again on top of what others recorded meanwhile.
    private static let attempts = 50

    /// Moves `main` if nobody else was faster, and puts the new files where people see them.
    private func move(
        from main: ObjectID, to id: ObjectID, _ ids: [RecordID], of framework: String,
        by who: Identity
    ) throws -> Bool {
        try repository.withWorkspaceLock { _ in
            do {
                try repository.setReference(
                    References.main, to: id, expecting: main,
                    reason: "record: \(ids.count == 1 ? "\(ids[0])" : "\(ids.count) records")",
                    by: who)
            } catch let error as GitError where error.code == .modified {
                return false
            }
            guard try followsMain else { return true }
            let records = try store.recordsTree(of: framework, in: id)
            for folder in Set(ids.map(\.folder)).sorted() {
                let tree = try records.flatMap { try repository.entry(in: $0, at: folder)?.id }
                // Records never change, so whatever is missing on disk was never there.
                _ = try repository.updateWorkingFiles(
                    under: "frameworks/\(framework)/records/\(folder)", from: nil, to: tree)
            }
            return true
        }
    }

    private static func message(
        for ids: [RecordID], of framework: String, by recorder: Recorder
    ) -> String {
        let what = ids.count == 1 ? ids[0].description : "\(ids.count) records"
        return """
            Record \(what)

            \(recorder.name) records this for \(recorder.party).

            Entente-Record: 1
            Framework: \(framework)
            Party: \(recorder.party)
            Person: \(recorder.person)

            """
    }
}
