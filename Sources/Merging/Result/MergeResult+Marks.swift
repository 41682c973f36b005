public import Terms

extension MergeResult {
    /// What is undecided between the marks in a file, whoever put them there: each side is the
    /// file with what that side has between the marks. Deciding it gives the file without these
    /// marks, and keeps what somebody wrote elsewhere in it. Linear in the size of the file.
    ///
    /// - Returns: nil where the file has no marks, or where they don't belong together.
    public init?(marksIn file: String, of files: TermsFiles) {
        guard let bytes = files[file], let marked = MarkedText(bytes) else { return nil }
        func state(_ lines: [ArraySlice<UInt8>]) -> TermsFiles {
            let text = Array(lines.joined(separator: [0x0A]))
            // A side on which all of it is empty has no such file.
            guard text.contains(where: { $0 != 0x0A }) else {
                return TermsFiles(
                    files.files.filter { $0.path != file }
                        .map { TermsEntry(path: $0.path, bytes: $0.bytes) })
            }
            return files.replacing(file, with: text)
        }
        self.init(
            base: state(marked.base), left: state(marked.left), right: state(marked.right),
            names: marked.names)
    }
}

/// The three texts that a text with marks stands for.
private struct MarkedText {
    /// The lines of one of them.
    struct Side {
        private(set) var lines: [ArraySlice<UInt8>] = []
        /// Whether nothing stands between the last marks.
        private var isEmpty = false
        /// Whether a mark stands above the next line.
        private var isBelowMark = false

        mutating func open() { (isEmpty, isBelowMark) = (true, true) }

        mutating func close() { isBelowMark = true }

        mutating func add(_ line: ArraySlice<UInt8>) {
            // Where nothing stands between two blank lines, one of them parted what is gone.
            let isDouble = isEmpty && line.isEmpty && lines.last?.isEmpty != false
            let goesOn = isBelowMark && !line.isEmpty && endsInOneBlank
            (isEmpty, isBelowMark) = (false, false)
            if goesOn, let last = lines.popLast() {
                lines.append(last + line.drop { $0 == 0x20 })
            } else if !isDouble {
                lines.append(line)
            }
        }

        /// Whether the last line goes on below the marks, which need lines for themselves.
        private var endsInOneBlank: Bool {
            guard let last = lines.last, last.last == 0x20 else { return false }
            return last.dropLast().last.map { $0 != 0x20 } ?? false
        }
    }

    var names = MergeNames(left: "", right: "")
    private var sides = [Side](repeating: Side(), count: 3)
    var left: [ArraySlice<UInt8>] { sides[0].lines }
    var base: [ArraySlice<UInt8>] { sides[1].lines }
    var right: [ArraySlice<UInt8>] { sides[2].lines }

    init?(_ bytes: [UInt8]) {
        // The side that is being read; nil outside of marks.
        var place: Int?
        var found: MergeNames?
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            switch place {
            case nil:
                if let name = Self.name(in: line, after: ConflictMarks.start) {
                    names.left = found?.left ?? name
                    place = 0
                    for side in sides.indices { sides[side].open() }
                } else {
                    for side in sides.indices { sides[side].add(line) }
                }
            case 0 where line.elementsEqual(ConflictMarks.base.utf8): place = 1
            case 1 where line.elementsEqual(ConflictMarks.middle.utf8): place = 2
            case 2:
                guard let name = Self.name(in: line, after: ConflictMarks.end) else {
                    sides[2].add(line)
                    continue
                }
                names.right = found?.right ?? name
                found = names
                place = nil
                for side in sides.indices { sides[side].close() }
            case let side?: sides[side].add(line)
            }
        }
        if place != nil || found == nil { return nil }
    }

    private static func name(in line: ArraySlice<UInt8>, after mark: String) -> String? {
        guard line.starts(with: mark.utf8) else { return nil }
        return String(decoding: line.dropFirst(mark.utf8.count), as: UTF8.self)
    }
}
