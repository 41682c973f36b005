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
    var names = MergeNames(left: "", right: "")
    var base: [ArraySlice<UInt8>] = []
    var left: [ArraySlice<UInt8>] = []
    var right: [ArraySlice<UInt8>] = []

    private enum Place { case outside, left, base, right }

    init?(_ bytes: [UInt8]) {
        var place = Place.outside
        var found: MergeNames?
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            switch place {
            case .outside:
                if let name = Self.name(in: line, after: ConflictMarks.start) {
                    names.left = found?.left ?? name
                    place = .left
                } else {
                    base.append(line)
                    left.append(line)
                    right.append(line)
                }
            case .left:
                if line.elementsEqual(ConflictMarks.base.utf8) {
                    place = .base
                } else {
                    left.append(line)
                }
            case .base:
                if line.elementsEqual(ConflictMarks.middle.utf8) {
                    place = .right
                } else {
                    base.append(line)
                }
            case .right:
                if let name = Self.name(in: line, after: ConflictMarks.end) {
                    names.right = found?.right ?? name
                    found = names
                    place = .outside
                } else {
                    right.append(line)
                }
            }
        }
        if place != .outside || found == nil { return nil }
    }

    private static func name(in line: ArraySlice<UInt8>, after mark: String) -> String? {
        guard line.starts(with: mark.utf8) else { return nil }
        return String(decoding: line.dropFirst(mark.utf8.count), as: UTF8.self)
    }
}
