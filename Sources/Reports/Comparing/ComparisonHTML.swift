internal import Terms

/// A comparison as a page that needs nothing else: what it is about, the contents, the sections,
/// and where it comes from. Readers choose between the changes, the new text and the old one.
struct ComparisonHTML {
    let report: ComparisonReport

    init(_ report: ComparisonReport) { self.report = report }

    var page: HTMLPage {
        var renderer = HTMLRenderer()
        let blocks = report.sections(inFull: true)
        let lead = renderer.html(report.lead)
        let text = HTML.tag(.main, [.id(HTMLPage.content)], renderer.sections(blocks))
        return HTMLPage(
            title: report.title,
            body: [
                .tag(
                    .div, [.class("page review")],
                    [
                        .tag(
                            .header, [.class("lead")],
                            [.tag(.h1, [], text: report.title)] + lead + [
                                views(hasFolds: blocks.contains(where: \.isFolded))
                            ]),
                        ContentsHTML(blocks: blocks).list, text, foot,
                    ])
            ])
    }

    /// Which text is shown, switched by style alone, and whether what stays the same is, too.
    private func views(hasFolds: Bool) -> HTML {
        let choices = [("both", "Changes"), ("new", "New text"), ("old", "Old text")]
        return .tag(
            .fieldset, [.class("views")],
            [.tag(.legend, [], text: "Show")]
                + choices.flatMap { place, label in
                    choice(
                        place, label,
                        [.init(.type, "radio"), .init(.name, "show")]
                            + (place == "both" ? [.init(.checked, "")] : []))
                }
                + (hasFolds ? [unchanged] : []))
    }

    /// Opens all that is folded, on paper as well.
    private var unchanged: HTML {
        .tag(
            .span, [.class("unchanged")],
            choice("all", "Everything that stays the same", [.init(.type, "checkbox")]))
    }

    private func choice(_ place: String, _ label: String, _ form: [HTML.Attribute]) -> [HTML] {
        let anchor = Anchor(named: "show-\(place)")
        return [
            .tag(.input, [.id(anchor)] + form), .tag(.label, [.for(anchor)], text: label), " ",
        ]
    }

    private var foot: HTML {
        let digests = [
            report.header.oldDigest.map { "the old one \($0)" },
            report.header.newDigest.map { "the new one \($0)" },
        ].compactMap(\.self)
        let known =
            digests.isEmpty
            ? "" : " Its texts have these digests: \(digests.joined(separator: ", "))."
        return .tag(
            .footer, [.class("foot")],
            [
                .tag(
                    .p, [],
                    text: "This page compares two states of \(report.header.framework).\(known) "
                        + "Signatures are for the files with these digests; entente verify checks "
                        + "them.")
            ])
    }
}

extension Block {
    /// Whether it can be opened.
    fileprivate var isFolded: Bool { if case .folded = self { true } else { false } }
}
