public import Terms

extension Comparison {
    /// What this comparison leaves untold or tells wrong, a sentence each; empty where what it
    /// says is unchanged and what it says changed are together all of both states, byte for byte.
    ///
    /// Both states are made anew from the files of the other one and what changed, and held against
    /// what they should be, byte for byte. Then every file that differs is gone through once more, by other means than comparing: clauses
    /// have to read as their redlines do, and every value that differs has to lie in a change.
    /// Linear in the size of the files that differ.
    public func gaps(from old: TermsDocument?, to new: TermsDocument?) -> [String] {
        let nothing = TermsFiles([])
        let (before, after) = (old?.files ?? nothing, new?.files ?? nothing)
        var gaps: [String] = []
        if (try? apply(to: before))?.hasSameBytes(as: after) != true {
            gaps.append("what is told as changed does not make the new files from the old ones")
        }
        if (try? revert(after))?.hasSameBytes(as: before) != true {
            gaps.append("what is told as changed does not make the old files from the new ones")
        }
        let files = ChangedFile.all(from: before, to: after)
        let ledger = Ledger(self)
        for path in ledger.files.subtracting(files.map { Array($0.path.utf8) })
            .map({ String(decoding: $0, as: UTF8.self) }).sorted()
        {
            gaps.append("`\(TextRules.visible(path))` is told, and did not change")
        }
        let problems = files.mapOnAllCores { file in
            ledger.files.contains(Array(file.path.utf8))
                ? Account(self, ledger, file, old, new).problem : "is told nowhere"
        }
        for (file, problem) in zip(files, problems) {
            if let problem { gaps.append("`\(TextRules.visible(file.path))` \(problem)") }
        }
        return gaps
    }
}

/// What a comparison tells of each file. Paths are bytes: there can be two that Unicode calls equal.
private struct Ledger {
    let changes: [[UInt8]: [TermChange]]
    let asText: Set<[UInt8]>
    let formatting: Set<[UInt8]>
    let comments: [[UInt8]: CommentChange]
    let files: Set<[UInt8]>

    init(_ comparison: Comparison) {
        func bytes(_ path: String) -> [UInt8] { Array(path.utf8) }
        changes = Dictionary(grouping: comparison.changes) { bytes($0.path.file) }
        asText = Set(comparison.comparedAsText.map(bytes))
        formatting = Set(comparison.formattingOnly.map(bytes))
        comments = Dictionary(comparison.comments.map { (bytes($0.file), $0) }) { first, _ in first
        }
        files = asText.union(formatting).union(changes.keys).union(comments.keys)
    }
}

/// What is told of one file, held against the file.
private struct Account {
    private let ledger: Ledger
    private let file: ChangedFile
    private let documents: (old: TermsDocument?, new: TermsDocument?)
    private let changes: [TermChange]
    private var path: [UInt8] { Array(file.path.utf8) }

    init(
        _ comparison: Comparison, _ ledger: Ledger, _ file: ChangedFile, _ old: TermsDocument?,
        _ new: TermsDocument?
    ) {
        self.ledger = ledger
        self.file = file
        documents = (old, new)
        changes = ledger.changes[Array(file.path.utf8)] ?? []
    }

    /// What is wrong with it; nil where everything is told.
    var problem: String? {
        if ledger.asText.contains(path) {
            return isTold(by: Self.lines) ? nil : "has lines that are told nowhere"
        }
        if let name = SectionName(file: file.path) { return sectionProblem(name) }
        if ledger.formatting.contains(path) {
            let isSame = Self.words(file.old) == Self.words(file.new)
            return isSame ? nil : "has other words, and is told as formatting only"
        }
        return isTold(by: Self.words) ? nil : "has words that are told nowhere"
    }

    /// Whether the redline reads as both states of the file, as far as some reading goes.
    private func isTold(by reading: ([UInt8]?) -> [UInt8]) -> Bool {
        // Bytes that are no text can't be shown, which is what a note says.
        let isText = [file.old, file.new].allSatisfy { bytes in
            String(validating: bytes ?? [], as: UTF8.self) != nil
        }
        guard isText else { return true }
        let redlines = changes.compactMap(\.redline)
        // A line feed at the end is no line; a note tells it.
        if redlines.isEmpty { return reading(file.old) == reading(file.new) }
        guard redlines.count == 1, let redline = redlines.first else { return false }
        return reading(Array(redline.oldText.utf8)) == reading(file.old)
            && reading(Array(redline.newText.utf8)) == reading(file.new)
    }

    /// What a clause says: its words one after the other, but for those that only lay it out, such
    /// as bullets, the bars of a table and the rules in it. The line below a heading says how deep
    /// it is, as the mark in front of others does.
    private static func words(_ bytes: [UInt8]?) -> [UInt8] {
        guard let bytes = bytes.map(marked) else { return [] }
        var words: [UInt8] = []
        words.reserveCapacity(bytes.count + 1)
        bytes.withUnsafeBufferPointer { bytes in
            // What goes into the words in one piece begins at `run`, and the word that is looked at
            // at `start`.
            var (run, start, index) = (0, 0, 0)
            var saysSomething = false
            func add(to end: Int) {
                words.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<end]))
            }
            while index <= bytes.count {
                // Letters and most else; the rest is looked at one by one.
                while index < bytes.count, bytes[index] > 0x3E, bytes[index] != 0x7C {
                    saysSomething = true
                    index += 1
                }
                let byte = index < bytes.count ? bytes[index] : 0x0A
                switch byte {
                case 0x20 where saysSomething:
                    (start, saysSomething) = (index + 1, false)
                case 0x20, 0x09, 0x0A, 0x7C:  // white space and |
                    add(to: saysSomething ? index : start)
                    if saysSomething { words.append(0x20) }
                    (run, start, saysSomething) = (index + 1, index + 1, false)
                case 0x2D, 0x2A, 0x2B, 0x3E, 0x3A: break  // - * + > :
                default: saysSomething = true
                }
                index += 1
            }
        }
        return words
    }

    private static func marked(_ bytes: [UInt8]) -> [UInt8] {
        String(validating: bytes, as: UTF8.self)
            .map { Array(ClauseParagraph.markingHeadings(of: $0).utf8) } ?? bytes
    }

    private static func lines(_ bytes: [UInt8]?) -> [UInt8] { (bytes ?? []).filter { $0 != 0x0A } }

    private func sectionProblem(_ name: SectionName) -> String? {
        let comments = (
            old: CommentChange.comments(in: file.old), new: CommentChange.comments(in: file.new)
        )
        if let told = ledger.comments[path] {
            let isTold =
                (comments.old + told.added).sorted() == (comments.new + told.removed).sorted()
            if !isTold { return "has comments that are told nowhere" }
        } else if file.old != nil, file.new != nil, comments.old.sorted() != comments.new.sorted() {
            return "has comments that are told nowhere"
        }
        var walk = ValueWalk(changes)
        walk.visit(
            documents.old?.sections[name]?.value, documents.new?.sections[name]?.value,
            at: TermPath(section: name.rawValue))
        return walk.problem
    }
}
