internal import Agreement
internal import Reports
internal import Terms

/// What a `sync` came to, in a few lines or as JSON.
struct SyncText {
    private let report: SyncReport
    private let place: String
    private let isDryRun: Bool
    private let waiting: WaitingProposals
    /// The frameworks that nobody has looked at here before, with their fingerprints.
    private let unknown: [(framework: String, founding: Digest)]

    init(
        _ report: SyncReport, place: String, isDryRun: Bool, waiting: WaitingProposals,
        unknown: [(framework: String, founding: Digest)]
    ) {
        self.report = report
        self.place = place
        self.isDryRun = isDryRun
        self.waiting = waiting
        let isOurs = report.went.contains {
            if case .version(_, 1, _, _) = $0 { true } else { false }
        }
        let came = report.came.compactMap { news -> (framework: String, founding: Digest)? in
            if case .version(let framework, 1, _, let digest) = news {
                (framework, digest)
            } else {
                nil
            }
        }
        // What Git brought before, as `git clone` does, is new as well.
        let others = isOurs ? [] : unknown.filter { new in !came.contains { $0 == new } }
        self.unknown = came + others
    }

    func print(to console: Console) {
        let style = console.style
        func line(_ label: String, _ parts: [String]) {
            let padded = label + String(repeating: " ", count: max(1, 17 - label.count))
            console.print(
                padded
                    + style.wrap(
                        TextRules.visible(Self.listed(parts)), indent: 0, hanging: 17))
        }
        if isDryRun { console.print("Nothing was changed. This is what sync would do:") }
        line("Came", report.came.map(Self.text))
        if report.holdsMore {
            line("To send", ["entente bundle FILE makes a file for whoever sent you this one"])
        } else {
            line("Went", report.went.map(Self.text))
        }
        let together = together
        if !together.isEmpty { line("Brought together", together) }
        for (framework, founding) in unknown {
            console.note(
                "\(TextRules.visible(framework)) is new here. Compare its fingerprint with your "
                    + "partners over another channel, once:\n  \(founding)")
        }
        if let unknown = waiting.unknown {
            line("Waits on you", ["not known: \(unknown.sentence) \(unknown.next ?? "")"])
        } else {
            let items =
                waiting.items.map { "\($0.proposal) (\($0.next))" }
                + waiting.records.map {
                    "\($0.records.count) \($0.records.count == 1 ? "record" : "records") to "
                        + "confirm (\(TermsInForceText.confirming($0.framework)))"
                }
            let isOpen = isDryRun && !report.came.isEmpty
            line("Waits on you", items + (isOpen ? ["what would come is not counted yet"] : []))
        }
        for late in lateness {
            console.note(style.wrap(TextRules.visible(late), indent: 0))
        }
        for two in report.beside {
            console.note(style.wrap(TextRules.visible(Self.advice(on: two)), indent: 0))
        }
        for note in notesOnLeftOut {
            console.note(style.wrap(TextRules.visible(note), indent: 0))
        }
        for note in report.regrounded.flatMap({ RegroundedText($0).notes }) {
            console.note(style.wrap(TextRules.visible(note), indent: 0))
        }
        for note in waiting.updates.compactMap(\.note) { console.note(TextRules.visible(note)) }
        for (name, problem) in report.refused {
            console.note(TextRules.visible("Refused: \(name): \(problem.message)"))
            if let next = problem.next { console.note(TextRules.visible("  next:  \(next)")) }
        }
        for file in report.leftAlone {
            console.note(TextRules.visible("Left alone, because you changed it: \(file)"))
        }
    }

    /// What was done on both sides.
    private var together: [String] {
        report.joined.map { "\($0.slug), with what was said on both sides" }
            + report.merged.map {
                "\($0.slug), whose text was changed on both sides: it is a new text, to be signed "
                    + "anew"
            }
            + report.beside.map {
                "\($0.slug) is another proposal there, so yours is \($0.newSlug) now"
            }
            + report.lowered.map {
                $0.now == 0
                    ? "nothing of \($0.framework) is in force any more"
                    : "version \($0.now) of \($0.framework) is in force again, and no longer "
                        + "version \($0.before)"
            }
            + report.reopened.map {
                "\($0.slug) is open again: others agreed something else meanwhile"
            }
            + report.regrounded.filter(\.isFree).map(RegroundedText.init).map(\.sentence)
    }

    private static func listed(_ parts: [String]) -> String {
        guard !parts.isEmpty else { return "nothing" }
        let shown = parts.prefix(8).joined(separator: "; ")
        return parts.count > 8 ? "\(shown); and \(parts.count - 8) more" : shown
    }

    private static func text(_ news: SyncReport.News) -> String {
        switch news {
        case .version(let framework, let number, let title, _):
            "version \(number) of \(framework)" + (title.isEmpty ? "" : " (\(title))")
        case .records(let framework, let count):
            "\(count) \(count == 1 ? "entry" : "entries") in the records of \(framework)"
        case .other(let count):
            "\(count) \(count == 1 ? "change" : "changes") of other files, which are part of no "
                + "framework"
        case .proposal(_, let slug, let text, let said): Self.text(slug, text, said)
        case .late(_, let slug, _, let said): Self.text(slug, .same, said)
        case .ended(_, let slug):
            "\(slug) is no longer open"
        }
    }

    /// What to do about two proposals of one name.
    private static func advice(on two: SyncReport.Beside) -> String {
        "Compare the two: \(comparing(two)). Where one is enough, close the other: entente close "
            + "\(two.newSlug) --reason \"...\""
    }

    /// What is left out, and how it comes back.
    private var notesOnLeftOut: [String] {
        let notes = report.leftOut.map { step in
            let what = "Left out: \"\(step.subject)\" by \(step.name): "
            return what
                + (step.reason.map {
                    "\($0). \(step.name) brings it with entente sync --give-way, with the key that "
                        + "it was signed with, or does it anew"
                } ?? "others changed the same files. Do it anew where it is still needed")
        }
        guard let kept = report.leftOut.first?.kept, !isDryRun else { return notes }
        return notes + ["All of it is kept as it was: git log \(kept)"]
    }

    private static func comparing(_ two: SyncReport.Beside) -> String {
        "entente diff \(two.framework) \(two.slug) \(two.newSlug)"
    }

    /// What came too late, here and there, each in a sentence: what went is part of what was said
    /// here.
    private var lateness: [String] {
        func proposal(_ news: SyncReport.News) -> [String] {
            guard case .late(let framework, let slug, _, _) = news else { return [] }
            return [framework, slug]
        }
        let told = Set(report.late.map(proposal))
        let went = report.went.filter { !told.contains(proposal($0)) }
        return (report.came + report.late + went).compactMap(Self.lateness)
    }

    /// That what somebody said came too late, in a sentence; nil where nothing did.
    private static func lateness(of news: SyncReport.News) -> String? {
        guard case .late(let framework, let slug, let version, let said) = news else { return nil }
        let statements = parts(said.filter { $0.kind != .comment }, withReasons: false)
        guard !statements.isEmpty else { return nil }
        return "Too late: \(slug) is version \(version) of \(framework) already, and "
            + statements.joined(separator: ", ")
            + " does not undo that. Who wants it otherwise proposes an amendment: entente propose"
    }

    private static func text(
        _ slug: String, _ text: SyncReport.Text, _ said: [SyncReport.Said]
    ) -> String {
        let start =
            switch text {
            case .new: "the proposal \(slug)"
            case .revised: "\(slug), revised"
            case .same: slug
            }
        guard !said.isEmpty else { return start }
        let parts = parts(said)
        let more = parts.count > 4 ? " and \(parts.count - 4) more" : ""
        return start + (text == .same ? ": " : ", with ") + parts.prefix(4).joined(separator: ", ")
            + more
    }

    /// What was said, each once, in its order: `a comment by Ada`, `2 sign-offs by Dora`.
    static func parts(
        _ said: [SyncReport.Said], withReasons: Bool = true
    ) -> [String] {
        var counts: [SyncReport.Said: Int] = [:]
        for one in said { counts[one, default: 0] += 1 }
        var told: Set<SyncReport.Said> = []
        return said.filter { told.insert($0).inserted }.map { one in
            let (word, count) = (word(one.kind), counts[one] ?? 1)
            let name = word.split(separator: " ").last ?? ""
            return "\(count == 1 ? word : "\(count) \(name)s") by \(one.name)"
                + (withReasons ? one.reason.map { " (\(shortened($0)))" } ?? "" : "")
        }
    }

    /// The beginning of a reason, in one line.
    private static func shortened(_ reason: String) -> String {
        let words = reason.split(whereSeparator: \.isWhitespace)
        let shown = words.prefix(12).joined(separator: " ").prefix(100)
        return shown.count < words.joined(separator: " ").count ? "\(shown)..." : String(shown)
    }

    private static func word(_ kind: Statement.Kind) -> String {
        switch kind {
        case .signOff: "a sign-off"
        case .objection: "an objection"
        case .withdrawal: "a withdrawal"
        case .comment: "a comment"
        case .closing: "a closing"
        }
    }
}

extension SyncText {
    /// For programs.
    struct JSON: Encodable {
        struct News: Encodable {
            var digest: String?
            let framework: String?
            let isNew: Bool?
            var isRevised: Bool?
            let kind: String
            let number: Int?
            let proposal: String?
            let statements: [Said]?
        }
        struct Said: Encodable {
            let by: String
            let kind: String
            let reason: String?
        }
        struct Beside: Encodable {
            let framework: String
            let next: String
            let proposal: String
            let renamed: String
        }
        struct Update: Encodable {
            let framework: String
            let next: String
            let proposal: String
            let state: String
        }
        struct Refused: Encodable {
            let code: String
            let message: String
            let name: String
            let next: String?
        }

        struct Unknown: Encodable {
            let code: String
            let message: String
            let next: String?
        }

        let beside: [Beside]
        let came: [News]
        let dryRun: Bool
        let joined: [String]
        let late: [News]
        let leftAlone: [String]
        let leftOut: [SyncReport.LeftOut]
        let lowered: [SyncReport.Lowered]
        let merged: [String]
        let place: String
        let recordsToConfirm: [WaitingProposals.Recorded]
        let refused: [Refused]
        let regrounded: [RegroundedText.JSON]
        let reopened: [String]
        /// Why nobody can tell what waits on whoever asks.
        let unknownMe: Unknown?
        let updates: [Update]
        let waitsOnMe: [WaitingProposals.Item]
        let went: [News]
    }

    var json: JSON {
        JSON(
            beside: report.beside.map {
                JSON.Beside(
                    framework: $0.framework, next: Self.comparing($0), proposal: $0.slug,
                    renamed: $0.newSlug)
            },
            came: report.came.map(JSON.News.init), dryRun: isDryRun,
            joined: report.joined.map { "\($0.framework)/\($0.slug)" },
            late: report.late.map(JSON.News.init), leftAlone: report.leftAlone,
            leftOut: report.leftOut, lowered: report.lowered,
            merged: report.merged.map { "\($0.framework)/\($0.slug)" },
            place: place, recordsToConfirm: waiting.records,
            refused: report.refused.map {
                JSON.Refused(
                    code: $0.problem.code, message: $0.problem.message, name: $0.name,
                    next: $0.problem.next)
            },
            regrounded: report.regrounded.map { RegroundedText($0).json },
            reopened: report.reopened.map { "\($0.framework)/\($0.slug)" },
            unknownMe: waiting.unknown.map {
                JSON.Unknown(code: $0.code, message: $0.message, next: $0.next)
            },
            updates: waiting.updates.map {
                JSON.Update(
                    framework: $0.framework, next: $0.next, proposal: $0.slug,
                    state: $0.state.rawValue)
            },
            waitsOnMe: waiting.items, went: report.went.map(JSON.News.init))
    }
}

extension SyncText.JSON.News {
    init(_ news: SyncReport.News) {
        switch news {
        case .version(let framework, let number, _, let digest):
            self.init(
                digest: digest.description, framework: framework, isNew: nil, kind: "version",
                number: number, proposal: nil, statements: nil)
        case .records(let framework, let count):
            self.init(
                framework: framework, isNew: nil, kind: "records", number: count, proposal: nil,
                statements: nil)
        case .other(let count):
            self.init(
                framework: nil, isNew: nil, kind: "other", number: count, proposal: nil,
                statements: nil)
        case .proposal(let framework, let slug, let text, let said):
            self.init(
                framework: framework, isNew: text == .new, isRevised: text == .revised,
                kind: "proposal", number: nil, proposal: slug,
                statements: Self.statements(said))
        case .late(let framework, let slug, let version, let said):
            self.init(
                framework: framework, isNew: nil, kind: "late", number: version, proposal: slug,
                statements: Self.statements(said))
        case .ended(let framework, let slug):
            self.init(
                framework: framework, isNew: nil, kind: "ended", number: nil, proposal: slug,
                statements: nil)
        }
    }

    private static func statements(_ said: [SyncReport.Said]) -> [SyncText.JSON.Said] {
        said.map {
            SyncText.JSON.Said(
                by: $0.name, kind: $0.kind.rawValue.lowercased(), reason: $0.reason)
        }
    }
}
