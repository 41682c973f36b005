import Glibc
import Redline
import Terms
import Testing

/// Two published versions of one agreement, which are not part of this package: the folder
/// `ENTENTE_SHARED`, or the folder `shared` beside the package.
private enum RealAgreement {
    static let versions: (old: String, new: String)? = {
        var folders: [String] = []
        if let folder = getenv("ENTENTE_SHARED") { folders.append(String(cString: folder)) }
        var parts = #filePath.split(separator: "/").dropLast()
        while !parts.isEmpty {
            folders.append("/" + parts.joined(separator: "/") + "/shared")
            parts = parts.dropLast()
        }
        for folder in folders {
            if let old = read(folder + "/data/partnership-agreement/1.0.md"),
                let new = read(folder + "/data/partnership-agreement/1.1.md")
            {
                return (old, new)
            }
        }
        return nil
    }()

    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite(
    "A published partnership agreement",
    .enabled(
        if: RealAgreement.versions != nil,
        "needs data/partnership-agreement in ENTENTE_SHARED or in a folder `shared` nearby"))
struct RealAgreementTests {
    let old = RealAgreement.versions?.old ?? ""
    let new = RealAgreement.versions?.new ?? ""

    static func compare(_ old: String, _ new: String) -> Comparison {
        Redline.Comparison(
            from: terms(["clauses/partnership-agreement.md": old]),
            to: terms(["clauses/partnership-agreement.md": new]))
    }

    /// The changed runs of each changed sentence.
    static func edits(_ comparison: Comparison) -> [[SentenceRedline.Run]] {
        comparison.changes.flatMap(\.sentences).map { sentence in
            guard case .changed(let runs) = sentence else { return [] }
            return runs.filter { if case .same = $0 { false } else { true } }
        }
    }

    @Test("differs in two sentences, each in one place, both ways")
    func versions() {
        let forth = Self.compare(old, new)
        #expect(forth.changes.map(\.brief) == ["clauses/partnership-agreement changed"])
        #expect(
            Self.edits(forth) == [
                [.deleted("not"), .inserted("of")],
                [.deleted("Disclosing Party"), .inserted("Discloser")],
            ])
        #expect(forth.summary == "2 sentences in 1 clause. Nothing else changed.")
        #expect(forth.notes.isEmpty)
        let back = Self.compare(new, old)
        #expect(
            Self.edits(back) == [
                [.deleted("of"), .inserted("not")],
                [.deleted("Discloser"), .inserted("Disclosing Party")],
            ])
        guard case .prose(let redline)? = forth.changes.first?.detail else { return }
        let changed = redline.paragraphs.filter { !$0.changedSentences.isEmpty }
        #expect(changed.map(\.place) == ["6.5", "11.3"])
    }

    @Test("re-wrapped and indented in another way is formatting only", arguments: [40, 72, 100])
    func wrapped(width: Int) {
        var lines: [String] = []
        for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
            var current = String(line.prefix { $0 == " " }.dropLast(1))
            for word in line.split(separator: " ") {
                if current.utf8.count > width {
                    lines.append(current)
                    current = "      "
                }
                current += (current.last == " " || current.isEmpty ? "" : " ") + word
            }
            lines.append(current)
        }
        let comparison = Self.compare(old, lines.joined(separator: "\n"))
        #expect(comparison.changes.isEmpty, "\(comparison.changes.flatMap(\.sentences))")
        #expect(comparison.formattingOnly == ["clauses/partnership-agreement.md"])
    }
}

/// One mutation each of the same agreement, which tells exactly that.
extension RealAgreementTests {
    private func redline(_ edited: String) throws -> ProseRedline {
        let comparison = Self.compare(old, edited)
        #expect(comparison.notes.isEmpty)
        return try #require(comparison.clauseRedlines.first?.redline)
    }

    /// The lines of the sections by their numbers, and the line before the first one.
    private var sections: [[String]] {
        var sections: [[String]] = [[]]
        for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.first?.isNumber == true { sections.append([]) }
            sections[sections.count - 1].append(String(line))
        }
        return sections
    }

    /// The agreement with its sections in this order, numbered from 1 on where wanted.
    private func agreement(_ order: [Int], numbered: Bool = false) -> String {
        let texts = order.enumerated().map { place, number in
            var lines = sections[number]
            if numbered {
                lines[0] = "\(place + 1)" + lines[0].drop { $0.isNumber }
            }
            return lines.joined(separator: "\n")
        }
        return ([sections[0].joined(separator: "\n")] + texts).joined(separator: "\n")
    }

    @Test("with section 9 moved before 7 has one move, and the numbers that follow from it")
    func movedSection() throws {
        #expect(sections.count > 12)
        let order = [1, 2, 3, 4, 5, 6, 9, 7, 8] + Array(10..<sections.count)
        #expect(
            try redline(agreement(order)).told == [
                "9 Limitation of Liability moved behind 6 Term & Termination"
            ])
        let numbered = try redline(agreement(order, numbered: true))
        #expect(
            numbered.told == [
                "9 Limitation of Liability moved behind 6 Term & Termination",
                "7 became 8 Representations & Warranties",
                "8 became 9 Disclaimer of Warranties", "9 became 7 Limitation of Liability",
            ])
        let comparison = Self.compare(old, agreement(order, numbered: true))
        #expect(comparison.changes.map(\.kind).contains(.moved(after: "6 Term & Termination")))
        #expect(
            comparison.summary.hasPrefix(
                "1 section moved; 3 numbers changed without a change of wording"))
        // What the text says about those sections is wrong now, and it says nothing else wrong.
        let told = Set(comparison.references.map { "\($0.text), now \($0.follows ?? "-")" })
        #expect(told.contains("Section 9.3, now 7.3"))
        #expect(told.contains("Section 7, now 8"))
        #expect(told.allSatisfy { $0.contains(" 7") || $0.contains(" 8") || $0.contains(" 9") })
        #expect(
            Self.compare(old, agreement(order)).references.isEmpty)
        let back = Self.compare(agreement(order, numbered: true), old)
        #expect(
            back.clauseRedlines.first?.redline.moves.map(\.label) == [
                "7 Limitation of Liability"
            ])
    }

    @Test("with a section renumbered has another number, and not a word of change")
    func renumberedSection() throws {
        let edited = old.replacing("\n13. <span", with: "\n14. <span")
        #expect(try redline(edited).told == ["13 became 14 Definitions"])
    }

    @Test("with an amount changed has one sentence changed")
    func amount() throws {
        let edited = old.replacing("upon 30 days notice;", with: "upon 60 days notice;")
        #expect(
            try redline(edited).told == [
                "a. if the other party fails to cure a material breach of the Agreement upon "
                    + "[-30-]{+60+} days notice;"
            ])
    }

    @Test("with two sentences swapped has one sentence moved")
    func swappedSentences() throws {
        let first = "All Feedback is given \"AS IS\"."
        let second =
            "The party receiving Feedback may use it freely without any restriction or obligation."
        let edited = old.replacing("\(first) \(second)", with: "\(second) \(first)")
        let redline = try redline(edited)
        #expect(redline.told == ["“\(first)” moved behind nothing"])
        #expect(redline.moves.first?.newPlace == "1.2")
        #expect(Self.compare(old, edited).summary == "1 sentence moved. Nothing else changed.")
    }

    @Test("with a paragraph split says that and nothing else, both ways")
    func splitParagraph() throws {
        let edited = old.replacing(
            " All Feedback is given", with: "\n\n        All Feedback is given")
        #expect(try redline(edited).told == ["1 breaks"])
        let comparison = Self.compare(edited, old)
        #expect(comparison.clauseRedlines.first?.redline.told == ["1 breaks"])
        #expect(comparison.summary == "1 paragraph parted or joined. Nothing else changed.")
    }

    @Test("without an item of a list has that item removed, and those behind it renumbered")
    func deletedItem() throws {
        let item = "    8. <span class=\"header_3\">Independent Contractors.</span>"
        let lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(lines.firstIndex { $0.hasPrefix(item) })
        var edited = lines
        edited.remove(at: index)
        let plain = try redline(edited.joined(separator: "\n"))
        #expect(plain.paragraphs.count { $0.change != .unchanged($0.new ?? "") } == 1)
        #expect(plain.renumberings.isEmpty)
        let last = try #require(edited[index...].firstIndex { !$0.hasPrefix("    ") })
        for (offset, line) in edited[index..<last].enumerated() {
            let rest = line.drop { $0 == " " || $0.isNumber }
            edited[index + offset] = "    \(8 + offset)\(rest)"
        }
        let numbered = try redline(edited.joined(separator: "\n"))
        #expect(numbered.changedSentences == plain.changedSentences)
        #expect(numbered.renumberings.map(\.oldNumber).first == "12.9")
        #expect(numbered.renumberings.count == last - index)
    }
}
