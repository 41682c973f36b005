/// The size of a sheet of paper.
public enum PaperSize: String, CaseIterable, Sendable {
    /// ISO 216 A4, 210 by 297 mm.
    case a4
    /// ANSI A, 8.5 by 11 inches.
    case letter
}

/// A whole HTML document: one file that needs no other, runs nothing and asks nobody.
struct HTMLPage {
    /// What a browser shows above it, and paper at the top of each page.
    var title: String
    /// The size of the sheets; nil leaves it to whoever prints.
    var paper: PaperSize?
    /// What stands in it, with an element that has the place ``content``.
    var body: [HTML]

    /// The place that people who use no mouse can go to at once.
    static let content = Anchor(named: "text")

    /// The source.
    var source: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; img-src data:">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>\(HTML.escaped(title))</title>
        <style>
        \(StyleSheet.all)
        \(StyleSheet.pages(title: title, paper: paper))
        </style>
        </head>
        \(HTML.tag(.body, [], [skip] + body).source)</html>

        """
    }

    private var skip: HTML {
        .tag(.a, [.class("skip"), .href(Link(to: Self.content))], text: "Skip to the text")
    }
}
