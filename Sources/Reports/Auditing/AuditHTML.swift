internal import Audit
internal import Terms

/// An audit as a page that needs nothing else, for the table of a meeting: one page that says it
/// all, then drawings, then every promise with what it rests on.
struct AuditHTML {
    let report: AuditReport

    init(_ report: AuditReport) { self.report = report }

    func page(paper: PaperSize?) -> HTMLPage {
        var renderer = HTMLRenderer()
        let lead = HTML.tag(
            .header, [.class("lead")],
            [.tag(.h1, [], text: report.title)] + renderer.html([.grid(report.facts)]))
        let chapters = chapters
        let text = HTML.tag(
            .main, [.id(HTMLPage.content)],
            chapters.map { chapter in section(chapter, &renderer) })
        return HTMLPage(
            title: report.title, paper: paper,
            body: [
                .tag(
                    .div, [.class("page audit")],
                    [
                        lead,
                        ContentsHTML(blocks: chapters.map { .heading($0.part.heading) }).list,
                        text, foot,
                    ])
            ])
    }

    /// A part with what is drawn above its words.
    struct Chapter {
        let part: AuditPart
        var drawings: [HTML] = []
        var name = ""
    }

    private var chapters: [Chapter] {
        var chapters: [Chapter] = [
            Chapter(
                part: AuditPart(
                    "At a glance", at: "glance",
                    [.paragraph(StyledText(report.glanceWords))]),
                drawings: [tiles] + [quadrants].compactMap(\.self), name: "glance")
        ]
        chapters += [report.changed].compactMap(\.self).map { Chapter(part: $0, name: "list") }
        chapters += [report.attention].compactMap(\.self).map {
            Chapter(part: $0, name: "list acts")
        }
        chapters += [promised, trends].compactMap(\.self)
        if let money = report.money {
            chapters.append(Chapter(part: money, drawings: moneyBars))
        }
        if let perception = report.perception {
            chapters.append(Chapter(part: perception, drawings: gaps))
        }
        let known = Set(
            (chapters.map(\.part) + [report.glance]).compactMap(\.anchor))
        chapters += report.parts.filter { $0.anchor.map { !known.contains($0) } ?? true }
            .map { Chapter(part: $0, name: "promises") }
        return chapters
    }

    private func section(_ chapter: Chapter, _ renderer: inout HTMLRenderer) -> HTML {
        let head = renderer.html([.heading(chapter.part.heading)])
        let label = chapter.part.anchor.map { [HTML.Attribute(.labelledBy, $0.id)] } ?? []
        let blocks = renderer.html(chapter.part.blocks)
        // What is drawn stands below the first sentence.
        return .tag(
            .section, label + (chapter.name.isEmpty ? [] : [.class(chapter.name)]),
            head + blocks.prefix(1) + chapter.drawings + blocks.dropFirst())
    }

    // MARK: At a glance

    /// A tile for each section: its score, and what it comes from.
    private var tiles: HTML {
        .tag(
            .ul, [.class("tiles")],
            report.audit.sections.map { section in
                let score = Score(report.audit.assessments(of: section))
                return .tag(
                    .li, [],
                    [
                        .tag(
                            .a, [.href(Link(to: Anchor(named: section.rawValue)))],
                            text: section.title),
                        .tag(.strong, [], text: report.wording.percent(score)),
                        meter(score),
                        .tag(.span, [.class("quiet")], text: score.reasons),
                    ])
            })
    }

    /// How many promises stand how, as one bar; what stands beside it says the same.
    private func meter(_ score: Score) -> HTML {
        let total = score.counts.values.reduce(0, +)
        var start = 0
        return .tag(
            .svg, [.init(.width, "100%"), .init(.height, "8"), .init(.hidden, "true")],
            Assessment.Status.allCases.map { status in
                let width = total == 0 ? 0 : score.count(status) * 10_000 / total
                defer { start += width }
                return .tag(
                    .rect,
                    [
                        .class("c\(status.colourNumber)"), .init(.x, HTML.percent(start)),
                        .init(.y, "0"), .init(.width, HTML.percent(width)), .init(.height, "8"),
                        .init(.fill, BarChart.colours[status.colourNumber]),
                    ])
            })
    }

    /// The objectives, in four quadrants.
    private var quadrants: HTML? {
        guard !report.quadrants.isEmpty else { return nil }
        return .tag(
            .ul, [.class("quadrants")],
            report.quadrants.map { name, found in
                .tag(
                    .li, [],
                    [
                        .tag(
                            .p, [.class("caption")],
                            text: "\(name.capitalisedFirst): "
                                + report.wording.percent(Score(found))),
                        .tag(
                            .ul, [],
                            report.wording.byUrgency(found).map { found in
                                .tag(
                                    .li, [],
                                    [
                                        status(found.status), " ",
                                        .tag(
                                            .a, [.href(Link(to: Anchor(named: found.id)))],
                                            text: found.label),
                                    ])
                            }),
                    ])
            })
    }

    private func status(_ status: Assessment.Status) -> HTML {
        .tag(.span, [.class("status c\(status.colourNumber)")], text: status.label)
    }

    private var foot: HTML {
        .tag(
            .footer, [.class("foot")],
            [
                .tag(
                    .p, [],
                    text: "This page holds the terms of \(report.header.framework) whose digest is "
                        + "\(report.header.digest) against what was on record. Signatures are for "
                        + "the files; entente verify checks them, and entente audit makes this "
                        + "page again.")
            ])
    }
}

extension Assessment.Status {
    /// The number of its colour, which says the same as its word.
    var colourNumber: Int {
        switch self {
        case .kept: 2
        case .drifting: 1
        case .broken: 4
        case .notYetDue: 0
        case .unknown: 5
        }
    }
}
