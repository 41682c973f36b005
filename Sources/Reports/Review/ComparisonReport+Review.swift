internal import Redline
internal import Terms

/// The sections that a review adds to a comparison.
extension ComparisonReport {
    /// Who signed exactly this text, among the facts at the start.
    var signatures: [Block.Entry] {
        guard !review.signatures.isEmpty else { return [] }
        let lines = review.signatures.map { signature in
            StyledText("\(signature.person) for \(signature.party), \(signature.date)")
        }
        return [.init("Signed by", [.bulleted(lines.map { [.paragraph($0)] })])]
    }

    /// What has to be decided, and what is settled.
    var decisions: [Block] {
        guard !review.decisions.isEmpty else { return [] }
        return [
            Self.heading("Decide these", at: "decide"), .bulleted(review.decisions.map(Self.item)),
        ]
    }

    private static func item(_ decision: Decision) -> [Block] {
        let word = decision.isCured ? "Settled" : decision.kind.word
        let colour: TextAttributes = decision.isCured ? [.bold, .green] : [.bold, .yellow]
        var head = StyledText(word, colour)
        if let by = decision.by { head.append(StyledText(" of \(by)")) }
        if let place = decision.place { head.append(StyledText(", \(place)", .dim)) }
        head.append(": " + StyledText(decision.text))
        var lines = [head]
        if !decision.uses.isEmpty {
            lines.append(StyledText("Used in: \(decision.uses.joined(separator: "; "))"))
        }
        if let next = decision.next { lines.append(StyledText("→ \(next)")) }
        return [lines.count == 1 ? .paragraph(head) : .lines(lines)]
    }

    /// Who proposed a change and why, and what was said about it.
    func origin(of change: TermChange) -> [Block] {
        review.origins[change.path].map(Self.blocks) ?? []
    }

    /// The same of any origin.
    static func blocks(of origin: ChangeOrigin) -> [Block] {
        let remarks = origin.remarks.map(item)
        let heads =
            origin.parts.isEmpty
            ? [.paragraph(head(of: origin))]
            : origin.parts.flatMap { part -> [Block] in
                let sentences = part.sentences.map { sentence -> [Block] in
                    [.paragraph(StyledText("“\(beginning(of: sentence))”"))]
                }
                return [.paragraph(head(of: part.origin)), .bulleted(sentences)]
            }
        guard !remarks.isEmpty else { return heads }
        return heads
            + (origin.parts.isEmpty ? [] : [.paragraph(StyledText("Before and about it:", .dim))])
            + [.bulleted(remarks)]
    }

    private static func head(of origin: ChangeOrigin) -> StyledText {
        let why = origin.why.map { ": \($0)" } ?? ""
        let version = origin.version.map { ", agreed in version \($0)" } ?? ""
        return StyledText("Proposed by \(origin.proposer), \(origin.date)\(version)", .dim)
            + StyledText(why)
    }

    private static func beginning(of sentence: String) -> String {
        let words = sentence.split(separator: " ")
        return words.prefix(12).joined(separator: " ") + (words.count > 12 ? " …" : "")
    }

    /// What was said about all of it, among the facts at the start.
    var said: [Block.Entry] {
        review.remarks.isEmpty
            ? [] : [.init("Said", [.bulleted(review.remarks.map(Self.item))])]
    }

    private static func item(_ remark: ChangeOrigin.Remark) -> [Block] {
        let head = "\(remark.kind) of \(remark.person), \(remark.date): "
        return [.paragraph(StyledText(head, .dim) + StyledText(remark.text))]
    }

    /// Who must sign, who has, whose sign-off is void, and the command to run next.
    var signOffs: [Block] {
        let signOffs = review.signOffs
        guard !signOffs.isEmpty else { return [] }
        var blocks: [Block] = [Self.heading("Sign-offs", at: "sign-offs")]
        let lines =
            signOffs.standings.map { standing in
                StyledText("\(standing.name): ", .bold)
                    + StyledText(standing.text, standing.isDone ? .green : .yellow)
                    + StyledText(standing.reason.map { "; \($0)" } ?? "")
            }
            + signOffs.voided.map { StyledText("No longer counts: the sign-off of \($0)") }
        if !lines.isEmpty { blocks.append(.bulleted(lines.map { [.paragraph($0)] })) }
        if let state = signOffs.state { blocks.append(.paragraph(StyledText(state))) }
        if let next = signOffs.next {
            blocks.append(.paragraph("Next: " + StyledText(next, .code)))
        }
        return blocks
    }
}
