internal import Audit
internal import Terms

/// How a figure went over time, with the target of each time, as a small drawing that grows with
/// the page while its letters stay the same.
struct LineChart {
    private struct Point {
        /// From the left and from the top, in hundredths of a percent and in pixels.
        let x: Int
        let y: Int
        /// Where the target of the time is; nil where there is none.
        let target: Int?
    }

    private let found: Assessment
    private let colour: Int

    init(_ found: Assessment, colour: Int) {
        self.found = found
        self.colour = colour
    }

    private static let top = 24
    private static let height = 90
    private static let bottom = 22

    func html(named name: String) -> HTML {
        let title = Anchor(named: name + "/title")
        let text = Anchor(named: name + "/text")
        let points = points
        let whole = Self.top + Self.height + Self.bottom
        return .tag(
            .figure, [.class("trend")],
            [
                .tag(
                    .figcaption, [],
                    [
                        .tag(.span, [.class("status c\(colour)")], text: found.status.label), " ",
                        .text(found.label),
                    ]),
                .tag(
                    .svg,
                    [
                        .init(.role, "img"), .init(.labelledBy, title.id),
                        .init(.describedBy, text.id), .init(.width, "100%"),
                        .init(.height, String(whole)),
                    ],
                    [
                        .tag(.title, [.id(title)], text: found.label),
                        .tag(.desc, [.id(text)], text: description),
                    ] + lines(points) + dots(points) + labels(points)),
            ])
    }

    /// All of it in words.
    var description: String {
        let read = found.trend.map { "\($0.day): \($0.value)" }.joined(separator: ", ")
        return "\(read). Promised: \(found.promised)."
    }

    private var points: [Point] {
        let days = found.trend.map(\.day.dayNumber)
        let last = max(days.max() ?? 0, found.due?.dayNumber ?? .min)
        let first = days.min() ?? 0
        let values = found.trend.map(\.value)
        let all = values + found.trend.compactMap(\.target)
        guard let low = all.min(by: <), let high = all.max(by: <) else { return [] }
        func y(_ figure: Figure) -> Int {
            let part = low < high ? figure.permille(from: low, to: high) : 500
            return Self.top + Self.height - part * Self.height / 1_000
        }
        return found.trend.map { point in
            let x = first == last ? 0 : (point.day.dayNumber - first) * 9_200 / (last - first)
            return Point(x: 400 + x, y: y(point.value), target: point.target.map(y))
        }
    }

    private func lines(_ points: [Point]) -> [HTML] {
        zip(points, points.dropFirst()).flatMap { from, to in
            var lines = [
                HTML.line(
                    from: (from.x, from.y), to: (to.x, to.y), class: "line s\(colour)",
                    colour: BarChart.colours[colour])
            ]
            if let target = from.target {
                lines.append(self.target(target, from.x, to.x))
            }
            return lines
        } + tail(points)
    }

    /// The target from the last figure to the day on which it is due.
    private func tail(_ points: [Point]) -> [HTML] {
        guard let last = points.last, let target = last.target else { return [] }
        return [self.target(target, last.x, 9_800)]
    }

    private func target(_ y: Int, _ from: Int, _ to: Int) -> HTML {
        .line(from: (from, y), to: (to, y), class: "target", colour: "#4d5561", isDashed: true)
    }

    private func dots(_ points: [Point]) -> [HTML] {
        points.map { .dot(at: ($0.x, $0.y), class: "c\(colour)", colour: BarChart.colours[colour]) }
    }

    /// The last figure and its target, and the days at both ends.
    private func labels(_ points: [Point]) -> [HTML] {
        guard let first = found.trend.first, let last = found.trend.last else { return [] }
        let end = max(last.day, found.due ?? last.day)
        let bottom = Self.top + Self.height + 18
        func text(_ text: String, _ x: String, _ y: Int, _ anchor: String) -> HTML {
            .tag(
                .text,
                [
                    .init(.x, x), .init(.y, String(y)), .init(.anchor, anchor),
                    .class("small"), .init(.fill, "#22252a"),
                ], text: text)
        }
        let target = last.target.map { ", target \($0)" } ?? ""
        return [
            text("\(last.value)\(target)", "0%", 12, "start"),
            text(first.day.description, "0%", bottom, "start"),
            text(end.description, "100%", bottom, "end"),
        ]
    }
}
