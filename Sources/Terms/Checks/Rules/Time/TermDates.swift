extension TermRule {
    static let termDates = TermRule(
        "term-dates", .error,
        "The agreement ends before it starts, or is reviewed or given notice outside of its time.",
        reason: "A date that can't be kept makes every other date doubtful."
    ) { terms in
        guard let term = terms["framework.term"], terms.isWhole(term.path),
            let starts = term["starts"]?.date
        else { return [] }
        var remarks: [Remark] = []
        let review = terms["framework.review-on"]
        if let ends = term["ends"], let last = ends.date {
            let figures = [
                Finding.Figure("starts", starts.description),
                Finding.Figure("ends", last.description),
            ]
            if last <= starts {
                return [
                    Remark(
                        ends.path, "the agreement ends on \(last), before it has begun",
                        figures: figures, suggestion: "Correct one of the two dates")
                ]
            }
            if let notice = term["notice"], let length = notice.duration,
                length.days > last.dayNumber - starts.dayNumber
            {
                remarks.append(
                    Remark(
                        notice.path,
                        "notice has to be given \(length) before the end, which is before the start",
                        figures: figures,
                        suggestion: "Shorten the notice, or agree on a longer term"))
            }
            if let review, let day = review.date, day > last, term["renewal"]?.text == "none" {
                remarks.append(
                    Remark(
                        review.path, "the review is on \(day), after the end", figures: figures,
                        suggestion: "Set it before the end"))
            }
        }
        if let review, let day = review.date, day < starts {
            remarks.append(
                Remark(
                    review.path,
                    "the review is on \(day), before the agreement starts on \(starts)",
                    suggestion: "Set it some months after the start"))
        }
        return remarks
    }
}
