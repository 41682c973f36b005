/// Parts of drawings whose places are hundredths of a percent from the left and pixels from the
/// top. Each has its colour on white paper, for programs that don't ask the style sheet.
extension HTML {
    /// A straight line.
    static func line(
        from: (x: Int, y: Int), to: (x: Int, y: Int), class name: String, colour: String,
        isDashed: Bool = false
    ) -> HTML {
        .tag(
            .line,
            [
                .class(name), .init(.x1, percent(from.x)), .init(.y1, String(from.y)),
                .init(.x2, percent(to.x)), .init(.y2, String(to.y)), .init(.stroke, colour),
            ] + (isDashed ? [.init(.dashes, "5 4")] : []))
    }

    /// A dot.
    static func dot(at place: (x: Int, y: Int), class name: String, colour: String) -> HTML {
        .tag(
            .circle,
            [
                .class(name), .init(.cx, percent(place.x)), .init(.cy, String(place.y)),
                .init(.radius, "5"), .init(.fill, colour),
            ])
    }

    /// A square around a place.
    static func square(at place: (x: Int, y: Int), class name: String, colour: String) -> HTML {
        // Moved by half of its width, which percentages can't say.
        .tag(
            .rect,
            [
                .class("\(name) square"), .init(.x, percent(place.x)),
                .init(.y, String(place.y - 7)), .init(.width, "14"), .init(.height, "14"),
                .init(.fill, colour), .init(.transform, "translate(-7)"),
            ])
    }

    /// Hundredths of a percent as a length: `62.5%` is 6,250.
    static func percent(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100)" + (rest == 0 ? "" : (rest < 10 ? ".0" : ".") + "\(rest)") + "%"
    }
}
