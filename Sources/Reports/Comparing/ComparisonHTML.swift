internal import Terms

/// A comparison as a page that needs nothing else.
struct ComparisonHTML {
    let title: String
    let blocks: [Block]

    var page: HTMLPage {
        var renderer = HTMLRenderer()
        return HTMLPage(
            title: title,
            body: [
                .tag(
                    .div, [.class("page")],
                    [.tag(.main, [.id(HTMLPage.content)], renderer.sections(blocks))])
            ])
    }
}
