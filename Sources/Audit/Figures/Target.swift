internal import Terms

/// What a figure should come to by a day: an objective or a measure of success.
struct Target {
    /// Which way is better.
    enum Direction: String {
        case rise, fall, hold
    }

    let value: Figure
    let baseline: Figure?
    let tolerance: Figure
    private let direction: Direction

    /// Reads it; nil where the terms give no figure.
    init?(_ fields: Value) {
        guard let target = fields["target"]?.quantity.map({ Figure($0) }) else { return nil }
        func figure(_ name: String) -> Figure? {
            fields[name]?.quantity.map { Figure($0) }.flatMap { $0.fits(target) ? $0 : nil }
        }
        value = target
        baseline = figure("baseline")
        tolerance = figure("tolerance")?.magnitude ?? target.zero
        let falls = baseline.map { target < $0 } ?? false
        let said = fields["direction"]?.text.flatMap(Direction.init(rawValue:))
        direction = said ?? (falls ? .fall : .rise)
    }

    /// Which way is better, where one is: a figure that should hold is better away from where it
    /// was.
    private var isRising: Bool? {
        switch direction {
        case .rise: true
        case .fall: false
        case .hold: baseline.flatMap { $0 < value ? true : value < $0 ? false : nil }
        }
    }

    /// Whether a figure is there, give or take the tolerance.
    func isReached(by figure: Figure) -> Bool { isReached(by: figure, wanted: value) }

    private func isReached(by figure: Figure, wanted: Figure) -> Bool {
        switch isRising {
        case true?: wanted - tolerance <= figure
        case false?: figure <= wanted + tolerance
        case nil: (figure - wanted).magnitude <= tolerance
        }
    }

    /// Where the figure would have to be on a day on the straight way from the start to the day it
    /// is due; nil where no start is known.
    func expected(on day: CalendarDate, from: CalendarDate, to due: CalendarDate) -> Figure? {
        let whole = due.dayNumber - from.dayNumber
        guard let baseline, whole > 0 else { return nil }
        let gone = min(max(day.dayNumber - from.dayNumber, 0), whole)
        return baseline + (value - baseline) * gone / whole
    }

    /// Whether a figure is behind the straight way by more than the tolerance.
    func isBehind(
        _ figure: Figure, on day: CalendarDate, from: CalendarDate, to due: CalendarDate
    ) -> Bool {
        if direction == .hold, baseline == nil || baseline == value {
            return !isReached(by: figure)
        }
        return expected(on: day, from: from, to: due)
            .map { !isReached(by: figure, wanted: $0) } ?? false
    }

    /// As people say it: `5 contracts, give or take 1 contract`.
    var words: String { "\(value)" + (tolerance.isZero ? "" : ", give or take \(tolerance)") }
}
