internal import Terms

/// What came of merging a text, in order, with what people have to decide.
struct MergedProse {
    /// What both sides changed in one place, differently.
    struct Spot: Hashable {
        /// Which decision it is part of, from 1. What both moved stands at several places, and is
        /// decided once.
        var number = 0
        var kind: Kind
        /// What stands before it, if anything stands there.
        var lead = ""
        var base = ""
        var left = ""
        var right = ""
        /// What parts both texts, where both can stand.
        var space = " "

        /// What happened there.
        enum Kind: Hashable {
            /// Both changed it, or one did and the other removed it.
            case changed
            /// Both moved it; this is one of the places.
            case moved
            /// Both put something in, so that both texts can stand.
            case gap
        }

        /// What stands there after a decision; `isFirst` says that it is the first of the places
        /// that the decision is about.
        func text(_ choice: MergeChoice, isFirst: Bool) -> String {
            switch choice {
            case .left: return kind == .gap ? left + space + right : left
            case .right: return kind == .gap ? right + space + left : right
            case .base: return base
            case .value(let text): return isFirst ? text : ""
            }
        }
    }

    /// A stretch of the text.
    enum Piece: Hashable {
        /// A paragraph begins, if any of its sentences stays; this stands before its first one.
        case paragraph(lead: String)
        /// Something that is decided, and what stands before it.
        case text(lead: String, source: String)
        /// Something that is not.
        case spot(Spot)
    }

    /// The text as far as it has been put together, which knows what stands before the next part.
    struct Writer {
        private(set) var text = ""
        /// What stands before the next part where a paragraph begins with it.
        private var opening: String?
        private var isBehindMarks = false
        /// What is undecided where the text ends, until it is known what follows it.
        private var undecided: Spot?

        /// Begins a paragraph with the next part, if there is one.
        mutating func begin(_ lead: String) { opening = lead }

        /// Adds a part, if it is one, and what stands before it.
        mutating func add(_ part: String, lead: String) {
            guard !part.isEmpty else { return }
            let lead = opening ?? lead
            opening = nil
            write(lead + part)
        }

        /// Adds what is undecided, between marks.
        mutating func add(undecided spot: Spot) {
            let lead = opening ?? spot.lead
            opening = nil
            addMarks(before: lead)
            // Paragraphs stay apart: what is read again between the marks begins as it would.
            let breaks = lead.count { $0 == "\n" }
            if !text.isEmpty {
                if lead.first == " ", breaks == 0, !isBehindMarks { text += " " }
                let least = text.last == "\n" ? 0 : 1
                text += String(repeating: "\n", count: max(breaks, least))
            }
            isBehindMarks = false
            undecided = spot
        }

        /// Adds the lines of what is undecided. What stands in one line with it ends in a blank, as the
        /// marks need lines for themselves: whoever reads them knows that no line ended there.
        private mutating func addMarks(before next: String) {
            guard let spot = undecided else { return }
            undecided = nil
            func lines(_ part: String) -> [String] {
                guard !part.isEmpty else { return [] }
                return (part + (next.first == " " ? " " : ""))
                    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            }
            text += ConflictMarks.lines(
                base: lines(spot.base), left: lines(spot.left), right: lines(spot.right)
            ).joined(separator: "\n")
            isBehindMarks = true
        }

        /// Adds what follows the last paragraph.
        mutating func end(_ tail: String) {
            addMarks(before: tail)
            if !tail.isEmpty { write(tail) }
            if isBehindMarks { write("\n") }
        }

        private mutating func write(_ part: String) {
            addMarks(before: part)
            // The last mark has its line for itself.
            let isOnItsLine = isBehindMarks && part.first != "\n"
            isBehindMarks = false
            text += isOnItsLine ? "\n" + part.drop { $0 == " " } : part
        }
    }

    var pieces: [Piece] = []
    /// What stands behind the last paragraph.
    var tail = ""

    var spots: [Spot] { pieces.compactMap { if case .spot(let spot) = $0 { spot } else { nil } } }

    /// The text with a decision on all that is undecided. Linear in its size.
    func text(taking choice: MergeChoice) -> String {
        var writer = Writer()
        for piece in pieces {
            switch piece {
            case .paragraph(let lead): writer.begin(lead)
            case .text(let lead, let source): writer.add(source, lead: lead)
            case .spot(let spot):
                writer.add(spot.text(choice, isFirst: false), lead: spot.lead)
            }
        }
        writer.end(tail)
        return writer.text
    }
}
