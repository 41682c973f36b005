/// An interview about the terms of a framework: it asks what is open, in the order of the sections,
/// and puts each answer into the files, in which nothing else changes.
///
/// It is a value. Whoever keeps a copy from before an answer can go back to it; and since the
/// answers are in the files, a later interview goes on where this one ended.
public struct Interview: Sendable {
    /// Why an answer is not taken, in words for the person who gave it.
    public struct Refusal: Error, Hashable, Sendable {
        /// A sentence without a full stop.
        public let message: String
        /// What to do next.
        public let next: String?

        init(_ message: String, next: String? = nil) {
            self.message = message
            self.next = next
        }
    }

    /// The terms with the answers so far.
    public var files: TermsFiles { document.files }
    /// What is asked now; nil where nothing is open, or all that is was left open.
    public private(set) var question: Question?
    /// How many answers were taken.
    public private(set) var answered = 0

    private var document: TermsDocument
    /// What was left open, and lists that are complete.
    private var passed: Set<TermPath> = []
    /// Lists to which this interview adds.
    private var growing: Set<TermPath> = []
    /// Items about which more was asked, and whether it was wanted.
    private var detailed: [TermPath: Bool] = [:]

    /// Begins with the first thing that is open. Linear in the size of the terms, as each answer is;
    /// what is left open costs as much as there are fields.
    public init(about files: TermsFiles) {
        document = TermsDocument(files)
        question = next()
    }

    /// Takes an answer to the question.
    ///
    /// - Throws: ``Refusal`` where it does not fit; the question stays.
    public mutating func answer(_ words: String) throws(Refusal) {
        guard let question else { return }
        switch question.kind {
        case .value:
            let value = try AnswerReading.value(of: words, for: question)
            try set(question.path, to: value)
        case .entry:
            try set(entry: AnswerReading.value(of: words, for: question), in: question.path)
            growing.insert(question.path)
        case .item:
            let value = try AnswerReading.value(of: words, for: question)
            let id = freeID(for: value, in: question.path)
            let item = question.path.appending(id)
            try set(item.appending(question.field.name), to: value)
            growing.insert(question.path)
        case .details:
            detailed[question.path] = try AnswerReading.isYes(words)
        }
        if question.kind != .details { answered += 1 }
        self.question = next()
    }

    /// Leaves the question open, or ends the list that it goes on with.
    ///
    /// Where the field has to be there in a group that has nothing yet, the whole group stays open.
    public mutating func leave() {
        guard let question else { return }
        if question.kind == .details {
            detailed[question.path] = false
        } else {
            growing.remove(question.path)
            passed.insert(emptyGroup(of: question) ?? question.path)
        }
        self.question = next()
    }

    /// Leaves the question to a partner, which is noted in the terms.
    ///
    /// - Throws: ``Refusal`` where there is no such party.
    public mutating func ask(_ party: String?) throws(Refusal) {
        guard let question, question.kind != .details else { return }
        let parties = InterviewWalk(document).parties
        let asked =
            if let party { AnswerReading.match(party, in: parties) } else {
                parties.dropFirst().first
            }
        guard let asked else {
            throw Refusal(
                party.map { "there is no party `\(TextRules.visible($0))`" } ?? "which partner?",
                next: (party == nil ? "Say one of: " : "Parties: ")
                    + parties.map(\.value).joined(separator: ", "))
        }
        let list = TermPath(section: SectionName.framework.rawValue).appending("asked")
        let item = list.appending(freeID(for: question.path.inner.joined(separator: " "), in: list))
        try set(item.appending("at"), to: question.path.description)
        try set(item.appending("party"), to: asked.value)
        leave()
    }

    private func next() -> Question? {
        InterviewWalk(document, passed: passed, growing: growing, detailed: detailed).first
    }

    /// The group that a question lies in, where it has nothing yet and can't do without an answer.
    private func emptyGroup(of question: Question) -> TermPath? {
        guard question.kind == .value, question.field.presence == .required,
            let group = question.path.parent, group.components.count > 1,
            document[group] == nil
        else { return nil }
        return group
    }

    // MARK: Writing

    private mutating func set(_ path: TermPath, to value: String) throws(Refusal) {
        try edit(path) { text throws(YAMLEditor.EditError) in
            try YAMLEditor.set(path, to: value, in: text)
        }
    }

    private mutating func set(entry: String, in path: TermPath) throws(Refusal) {
        try edit(path) { text throws(YAMLEditor.EditError) in
            try YAMLEditor.append(entry, to: path, in: text)
        }
    }

    private mutating func edit(
        _ path: TermPath, by change: (String) throws(YAMLEditor.EditError) -> String
    ) throws(Refusal) {
        let file = "\(path.section).yaml"
        guard let text = String(validating: files[file] ?? [], as: UTF8.self) else {
            throw Refusal("\(file) is not UTF-8 text", next: "Save it as UTF-8")
        }
        do {
            let edited = Array(try change(text).utf8)
            document = TermsDocument(files.replacing(file, with: edited))
        } catch {
            throw Refusal(error.message, next: error.next)
        }
    }

    /// A short name for a new item, made of what is said of it.
    private func freeID(for words: String, in list: TermPath) -> String {
        let id = Identifier.made(of: words) ?? "item"
        let taken = Set((document[list]?.items ?? []).compactMap(\.id))
        guard taken.contains(id) else { return id }
        return (2...).lazy.map { "\(id)-\($0)" }.first { !taken.contains($0) } ?? id
    }
}
