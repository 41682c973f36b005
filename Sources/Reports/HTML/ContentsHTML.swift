/// The contents of a page: its headings of the second and third level that have a place.
struct ContentsHTML {
    let blocks: [Block]

    var list: HTML {
        let title = Anchor(named: "contents")
        return .tag(
            .nav, [.class("contents"), .init(.labelledBy, title.id)],
            [
                .tag(.h2, [.id(title)], text: "Contents"),
                .tag(.ol, [], chapters.map { item($0.head, $0.inner) }),
            ])
    }

    private var chapters: [(head: Block.Heading, inner: [Block.Heading])] {
        var chapters: [(head: Block.Heading, inner: [Block.Heading])] = []
        for case .heading(let heading) in blocks where heading.anchor != nil {
            if heading.level == 2 {
                chapters.append((heading, []))
            } else if heading.level == 3, !chapters.isEmpty {
                chapters[chapters.count - 1].inner.append(heading)
            }
        }
        return chapters
    }

    private func item(_ head: Block.Heading, _ inner: [Block.Heading]) -> HTML {
        let list = HTML.tag(.ol, [], inner.map { .tag(.li, [], [link(to: $0)]) })
        return .tag(.li, [], [link(to: head)] + (inner.isEmpty ? [] : [list]))
    }

    private func link(to heading: Block.Heading) -> HTML {
        guard let anchor = heading.anchor else { return .text(heading.full.plain) }
        let number: [HTML] =
            heading.number.map { [.tag(.span, [.class("number")], text: $0), " "] } ?? []
        return .tag(
            .a, [.href(Link(to: anchor))], number + [.tag(.span, [], text: heading.text.plain)])
    }
}
