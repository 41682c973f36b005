/// The marks that stand around what two sides changed differently, as Git writes them: until
/// somebody has decided, a file with them is no text to sign.
package enum ConflictMarks {
    /// What starts the line above what the first side has; its name follows.
    package static let start = "<<<<<<< "
    /// The line above what was there before.
    package static let base = "||||||| before"
    /// The line above what the second side has.
    package static let middle = "======="
    /// What starts the line below it; its name follows.
    package static let end = ">>>>>>> "
    /// The id of the findings about them.
    package static let rule = "undecided"

    /// Whether a line is one of the marks.
    package static func isMark(_ line: some StringProtocol) -> Bool {
        line.hasPrefix(start) || line.hasPrefix(end) || line == base || line == middle
    }

    /// The name of a side in the midst of a sentence: `the incoming text`, and `The Body Shop`.
    package static func amid(_ name: String) -> String {
        let rest = name.trimmingPrefix("The ")
        return rest.first?.isLowercase == true && rest.startIndex > name.startIndex
            ? "the " + rest : name
    }

    /// What is undecided in a file, at the line where it starts. Linear in its size.
    package static func findings(in bytes: [UInt8], file: String) -> [Finding] {
        let (first, last) = (Array(start.utf8), Array(end.utf8))
        guard starts(of: first, in: bytes) else { return [] }
        var findings: [Finding] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            func name(_ mark: [UInt8]) -> String {
                TextRules.visible(String(decoding: line.dropFirst(mark.count), as: UTF8.self))
            }
            if line.starts(with: first) {
                findings.append(
                    Finding(
                        rule: rule, file: file,
                        position: SourcePosition(line: index + 1, column: 1),
                        message: "\(name(first)) changed this differently, and nobody has decided",
                        next: "Keep what you mean of the text between the marks <<<<<<< and "
                            + ">>>>>>>, and delete the marks"))
            } else if line.starts(with: last), let open = findings.indices.last {
                findings[open].message =
                    findings[open].message.replacing(
                        " changed this", with: " and \(amid(name(last))) changed this")
            }
        }
        return findings
    }

    /// Whether any line starts with some bytes.
    private static func starts(of mark: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var next = 0
            while let index = bytes.firstIndex(of: mark[0], from: next) {
                let isStart = index == 0 || bytes[index - 1] == 0x0A
                if isStart, bytes[index...].starts(with: mark) { return true }
                next = index + 1
            }
            return false
        }
    }
}
