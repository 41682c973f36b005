/// How a party sees itself and is seen, on a line from 1 to 5 for each aspect.
struct GapChart {
    /// An aspect.
    struct Row {
        let label: String
        /// How the party rates itself; nil where it has not.
        let own: Int?
        /// How the others rate it.
        let others: [Int]
    }

    let title: String
    let rows: [Row]

    private static let rowHeight = 34
    private static let colours = (own: 0, others: 1)

    func html(named name: String) -> HTML {
        let title = Anchor(named: name + "/title")
        let text = Anchor(named: name + "/text")
        let drawing = HTML.tag(
            .svg,
            [
                .init(.role, "img"), .init(.labelledBy, title.id), .init(.describedBy, text.id),
                .init(.width, "100%"), .init(.height, String(rows.count * Self.rowHeight + 20)),
            ],
            [
                .tag(.title, [.id(title)], text: "How \(self.title) sees itself and is seen"),
                .tag(.desc, [.id(text)], text: description),
            ] + rows.enumerated().flatMap { row($1, middle: $0 * Self.rowHeight + 16) } + scale)
        return .tag(
            .figure, [.class("gap")],
            [
                .tag(.figcaption, [], [.tag(.p, [.class("caption")], text: self.title), key]),
                drawing,
            ])
    }

    /// All of it in words.
    var description: String {
        rows.map { row in
            let own = row.own.map { "itself \($0)" } ?? "itself not rated"
            let others = row.others.map { "others \($0)" }
            return "\(row.label): \(([own] + others).joined(separator: ", "))"
        }.joined(separator: "; ") + "."
    }

    private var key: HTML {
        .tag(
            .ul, [.class("legend")],
            [("Itself", Self.colours.own), ("Others", Self.colours.others)].map { word, colour in
                .tag(
                    .li, [],
                    [
                        .tag(
                            .svg,
                            [.init(.width, "14"), .init(.height, "14"), .init(.hidden, "true")],
                            [mark(colour, x: 5_000, y: 7)]), .tag(.span, [], text: word),
                    ])
            })
    }

    private func row(_ row: Row, middle: Int) -> [HTML] {
        let values = [row.own].compactMap(\.self) + row.others
        let low = values.min().map(Self.place) ?? 0
        let high = values.max().map(Self.place) ?? 0
        return [
            .tag(
                .text,
                [
                    .init(.x, "0"), .init(.y, String(middle + 4)), .init(.fill, "#22252a"),
                ], text: row.label),
            .line(
                from: (Self.place(1), middle), to: (Self.place(5), middle), class: "axis",
                colour: "#bbbbbb"),
        ]
            + (low < high
                ? [
                    .line(
                        from: (low, middle), to: (high, middle), class: "distance",
                        colour: "#4d5561")
                ] : [])
            + row.others.map { mark(Self.colours.others, x: Self.place($0), y: middle) }
            + (row.own.map { [mark(Self.colours.own, x: Self.place($0), y: middle)] } ?? [])
    }

    /// A square for the others and a dot for the party itself, so that colour is not all there is;
    /// the dot is the smaller one, and shows on top of the square.
    private func mark(_ colour: Int, x: Int, y: Int) -> HTML {
        colour == Self.colours.own
            ? .dot(at: (x, y), class: "c\(colour)", colour: BarChart.colours[colour])
            : .square(at: (x, y), class: "c\(colour)", colour: BarChart.colours[colour])
    }

    private var scale: [HTML] {
        (1...5).map { value in
            .tag(
                .text,
                [
                    .init(.x, HTML.percent(Self.place(value))),
                    .init(.y, String(rows.count * Self.rowHeight + 14)), .init(.anchor, "middle"),
                    .class("small"), .init(.fill, "#22252a"),
                ], text: String(value))
        }
    }

    /// Where a rating stands, in hundredths of a percent from the left.
    private static func place(_ value: Int) -> Int { 4_000 + (min(max(value, 1), 5) - 1) * 1_400 }
}
