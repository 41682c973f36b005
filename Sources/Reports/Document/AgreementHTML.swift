internal import Terms

/// An agreement as a page that needs nothing else: a cover, the contents, the text, and where the
/// text comes from.
struct AgreementHTML {
    let document: TermsDocument
    let cover: DocumentCover
    let blocks: [Block]

    func page(paper: PaperSize?) -> HTMLPage {
        var renderer = HTMLRenderer()
        let text = HTML.tag(
            .main, [.id(HTMLPage.content)], renderer.sections(blocks))
        return HTMLPage(
            title: title, paper: paper,
            body: [.tag(.div, [.class("page")], [coverPage, contents, text, foot])])
    }

    private var title: String { cover.title ?? document.title ?? cover.framework }

    // MARK: Cover

    private var coverPage: HTML {
        let parts = CoverBlocks(document: document, cover: cover)
        var renderer = HTMLRenderer()
        return .tag(
            .header, [.class("cover")],
            [
                .tag(.p, [.class("kind")], text: parts.kind),
                .tag(.h1, [], text: title),
                .tag(
                    .ul, [.class("parties")],
                    parts.parties.map { name, details in
                        .tag(
                            .li, [],
                            HTMLRenderer.inline(name)
                                + [.tag(.span, [.class("quiet")], text: details.plain)])
                    }),
            ] + renderer.html(parts.notes + [.grid(parts.facts + [parts.open].compactMap(\.self))])
                + [signatures])
    }

    private var signatures: HTML {
        guard !cover.signatures.isEmpty else {
            return .tag(.p, [.class("quiet")], text: "Nobody has signed this text yet.")
        }
        let head = ["Signed by", "For", "On"].map { word in
            HTML.tag(.th, [.init(.scope, "col")], text: word)
        }
        let rows = cover.signatures.map { signature in
            let role = signature.role.map { [HTML.tag(.span, [.class("quiet")], text: $0)] }
            let key = signature.fingerprint.map { [HTML.tag(.code, [], text: $0)] }
            return HTML.tag(
                .tr, [],
                [
                    .tag(
                        .th, [.init(.scope, "row")],
                        [.text(signature.person)] + (role ?? []) + (key ?? [])),
                    .tag(.td, [], text: signature.party),
                    .tag(.td, [.class("nowrap")], text: signature.date),
                ])
        }
        return .tag(
            .table, [], [.tag(.thead, [], [.tag(.tr, [], head)]), .tag(.tbody, [], rows)])
    }

    // MARK: Contents

    private var contents: HTML {
        let headings = blocks.compactMap { block -> Block.Heading? in
            guard case .heading(let heading) = block, heading.anchor != nil else { return nil }
            return heading
        }
        var items: [(head: Block.Heading, inner: [Block.Heading])] = []
        for heading in headings {
            if heading.level == 2 {
                items.append((heading, []))
            } else if heading.level == 3, !items.isEmpty {
                items[items.count - 1].inner.append(heading)
            }
        }
        let list = items.map { item in
            HTML.tag(
                .li, [],
                [link(to: item.head)]
                    + (item.inner.isEmpty
                        ? []
                        : [.tag(.ol, [], item.inner.map { .tag(.li, [], [link(to: $0)]) })]))
        }
        let title = Anchor(named: "contents")
        return .tag(
            .nav, [.class("contents"), .init(.labelledBy, title.id)],
            [.tag(.h2, [.id(title)], text: "Contents"), .tag(.ol, [], list)])
    }

    private func link(to heading: Block.Heading) -> HTML {
        guard let anchor = heading.anchor else { return .text(heading.full.plain) }
        let number: [HTML] =
            heading.number.map { [.tag(.span, [.class("number")], text: $0), " "] } ?? []
        return .tag(
            .a, [.href(Link(to: anchor))], number + [.tag(.span, [], text: heading.text.plain)])
    }

    // MARK: Foot

    private var foot: HTML {
        .tag(
            .footer, [.class("foot")],
            [
                .tag(
                    .p, [],
                    text: "This page shows the files of \(cover.framework) whose digest is "
                        + "\(cover.digest). Signatures are for those files; entente verify checks "
                        + "them.")
            ])
    }
}
