extension BarChart {
    private static let barHeight = 28
    private static let rowHeight = 62

    /// The colours on white paper, for programs that don't ask the style sheet about drawings;
    /// further owners begin again with the first.
    static let colours = [
        "#1d5b79", "#a04e07", "#4a7322", "#7a3b8f", "#8f2d3f", "#4d5561",
    ]

    /// Which length, in hundredths of a percent, a letter takes on a phone.
    private static let roomForLetter = 220

    /// The bars as a drawing that grows with the page while its letters stay the same.
    ///
    /// - Parameter name: The id of the drawing, from which those of its title and text are made.
    /// - Returns: The drawing, with a key where it needs one.
    func html(named name: String) -> HTML {
        let title = Anchor(named: name + "/title")
        let text = Anchor(named: name + "/text")
        let rows = bars.enumerated().flatMap { index, bar in
            self.row(bar, top: index * Self.rowHeight)
        }
        let drawing = HTML.tag(
            .svg,
            [
                .init(.role, "img"), .init(.labelledBy, title.id), .init(.describedBy, text.id),
                .init(.width, "100%"), .init(.height, String(bars.count * Self.rowHeight)),
            ],
            [
                .tag(.title, [.id(title)], text: self.title),
                .tag(.desc, [.id(text)], text: description),
            ] + rows)
        return .tag(.figure, [], needsKey ? [.tag(.figcaption, [], [key]), drawing] : [drawing])
    }

    /// Whether the labels of the bars don't say by themselves whose the parts are.
    private var needsKey: Bool { bars.contains { $0.parts.count != 1 } }

    private var key: HTML {
        .tag(
            .ul, [.class("legend")],
            legend.enumerated().map { index, name in
                let swatch = HTML.tag(
                    .svg,
                    [.init(.width, "14"), .init(.height, "14"), .init(.hidden, "true")],
                    [
                        .tag(
                            .rect,
                            [
                                .class(Self.name(index)), Self.fill(index),
                                .init(.width, "14"), .init(.height, "14"),
                            ])
                    ])
                return .tag(.li, [], [swatch, .tag(.span, [], text: name)])
            })
    }

    private func row(_ bar: Bar, top: Int) -> [HTML] {
        var row: [HTML] = [
            .tag(.text, [.init(.x, "0"), .init(.y, String(top + 14))], text: bar.label)
        ]
        var start = 0
        for part in bar.parts {
            row.append(
                .tag(
                    .rect,
                    [
                        .class("bar \(Self.name(part.owner))"), Self.fill(part.owner),
                        .init(.x, HTML.percent(start)), .init(.y, String(top + 22)),
                        .init(.width, HTML.percent(part.length)),
                        .init(.height, String(Self.barHeight)),
                    ]))
            if !part.text.isEmpty, part.length >= part.text.count * Self.roomForLetter {
                row.append(
                    .tag(
                        .text,
                        [
                            .class("in"), .init(.fill, "#fff"),
                            .init(.x, HTML.percent(start + part.length / 2)),
                            .init(.y, String(top + 41)), .init(.anchor, "middle"),
                        ], text: part.text))
            }
            start += part.length
        }
        return row
    }

    private static func name(_ owner: Int) -> String { "c\(owner % colours.count)" }

    private static func fill(_ owner: Int) -> HTML.Attribute {
        .init(.fill, colours[owner % colours.count])
    }
}
