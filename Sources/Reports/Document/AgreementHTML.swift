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
            body: [
                .tag(
                    .div, [.class("page")],
                    [coverPage, ContentsHTML(blocks: blocks).list, text, foot])
            ])
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
