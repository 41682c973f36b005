internal import Redline
internal import Terms

/// What happened to clauses besides their wording, a line each.
extension ComparisonReport {
    var movedSentences: [StyledText] {
        comparison.clauseRedlines.flatMap { change, redline in
            redline.moves.filter { $0.sentence != nil }.map { move in
                let places =
                    move.oldPlace == move.newPlace
                    ? "in another place of \(move.newPlace ?? "its paragraph")"
                    : "from \(move.oldPlace ?? "the beginning") to "
                        + (move.newPlace ?? "the beginning")
                return StyledText("\(change.label) › \(move.label)", .bold)
                    + StyledText(", \(places)")
            }
        }
    }

    var renumbered: [StyledText] {
        comparison.clauseRedlines.flatMap { change, redline in
            redline.renumberings.map { renumbering in
                let title = renumbering.title.isEmpty ? "" : " (\(renumbering.title))"
                return StyledText(
                    "\(change.label): \(renumbering.oldNumber ?? renumbering.old) became "
                        + "\(renumbering.newNumber ?? renumbering.new)\(title)")
            }
        }
    }

    var references: [StyledText] {
        comparison.references.map { reference in
            let place = reference.place.map { ", \($0)" } ?? ""
            let now = reference.new.map { "leads to \($0) now" } ?? "leads nowhere now"
            let before = reference.old.map { "; before, to \($0)" } ?? ""
            let follows = reference.follows.map { ", which is \($0) now" } ?? ""
            return StyledText("\(reference.path)\(place): ")
                + StyledText(reference.text, .bold) + StyledText(" \(now)\(before)\(follows)")
        }
    }

    var definedTerms: [StyledText] {
        comparison.definedTerms.map { term in
            let uses = term.uses.map { use in
                use.path.description
                    + (use.places.isEmpty ? "" : " (\(use.places.joined(separator: ", ")))")
            }
            let what =
                term.old == nil
                ? "is defined now"
                : term.new == nil ? "is no longer defined" : "means something else"
            return StyledText(term.term, .bold)
                + StyledText(
                    " \(what), in \(term.path); "
                        + (uses.isEmpty
                            ? "no other place uses it" : "used in \(uses.joined(separator: ", "))"))
        }
    }
}

extension TermChange {
    /// Whether there is more to show than other numbers and other places.
    var saysSomethingElse: Bool {
        guard isClause, kind == .changed, let redline else { return true }
        return redline.breaks > 0 || !redline.changedSentences.isEmpty
    }
}
