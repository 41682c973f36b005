internal import Git
internal import Records
internal import Terms

/// Writes records into the object database; nothing refers to them yet.
struct RecordWriting {
    private let root: ObjectID?
    private let moment: String
    private let repository: Repository
    /// What is in each folder that something is added to, by its path below `records/`.
    private var folders: [String: [TreeEntry]] = [:]
    private var names: [String: Set<String>] = [:]
    /// The last number that was given to an event of a folder.
    private var numbers: [String: Int] = [:]

    /// Begins with a tree of records.
    init(tree: ObjectID?, moment seconds: Int64, repository: Repository) {
        root = tree
        moment = Self.moment(seconds)
        self.repository = repository
    }

    /// Adds a record, under the first name of its moment that is free.
    ///
    /// - Throws: `GitError`.
    mutating func add(_ draft: RecordDraft) throws -> RecordID {
        let place = "\(draft.kind)/\(draft.subject) \(draft.event)"
        var id = RecordID(
            kind: draft.kind, subject: draft.subject, moment: moment, event: draft.event,
            number: (numbers[place] ?? 0) + 1)
        if folders[id.folder] == nil {
            let entry = try root.flatMap { try repository.entry(in: $0, at: id.folder) }
            let entries = try entry.map { try repository.tree($0.id) } ?? []
            folders[id.folder] = entries
            names[id.folder] = Set(entries.map { String(decoding: $0.name, as: UTF8.self) })
        }
        while names[id.folder]?.contains("\(id.name).yaml") ?? false
            || names[id.folder]?.contains(id.name) ?? false
        { id = id.next }
        numbers[place] = id.number
        var added = [
            TreeEntry(
                "\(id.name).yaml", mode: .file,
                id: try repository.write(blob: Array(draft.text.utf8)))
        ]
        if !draft.evidence.isEmpty {
            let files = try draft.evidence.map {
                TreeEntry($0.name, mode: .file, id: try repository.write(blob: $0.bytes))
            }
            added.append(
                TreeEntry(id.name, mode: .tree, id: try repository.write(tree: files)))
        }
        folders[id.folder]?.append(contentsOf: added)
        names[id.folder]?.formUnion(added.map { String(decoding: $0.name, as: UTF8.self) })
        return id
    }

    /// The tree of records with all that was added.
    ///
    /// - Throws: `GitError`.
    func tree() throws -> ObjectID {
        var kinds: [String: [(subject: String, tree: ObjectID)]] = [:]
        for (folder, entries) in folders {
            let parts = folder.split(separator: "/").map(String.init)
            kinds[parts[0], default: []].append(
                (parts[1], try repository.write(tree: entries)))
        }
        var top = try root.map { try repository.tree($0) } ?? []
        for (kind, changed) in kinds {
            let known = top.first { $0.name == Array(kind.utf8) }
            let names = Set(changed.map { Array($0.subject.utf8) })
            var entries = try known.map { try repository.tree($0.id) } ?? []
            entries.removeAll { names.contains($0.name) }
            entries += changed.map { TreeEntry($0.subject, mode: .tree, id: $0.tree) }
            top.removeAll { $0.name == Array(kind.utf8) }
            top.append(TreeEntry(kind, mode: .tree, id: try repository.write(tree: entries)))
        }
        return try repository.write(tree: top)
    }

    /// A moment in UTC as the names of records have it: `20270131T101500Z`.
    private static func moment(_ seconds: Int64) -> String {
        let day = CalendarDate(secondsSince1970: seconds).description.filter { $0 != "-" }
        let rest = ((seconds % 86_400) + 86_400) % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(day)T\(two(rest / 3_600))\(two(rest / 60 % 60))\(two(rest % 60))Z"
    }
}
