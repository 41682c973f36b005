extension TermRule {
    static let trainingLate = TermRule(
        "training-late", .warning, "A training is due after the first project.",
        reason: "People would learn on the customer."
    ) { terms in
        guard let trial = terms["governance.trial"], terms.isWhole(trial.path),
            let over = trial["decide-by"]?.date
        else { return [] }
        return terms.items("commercials.readiness").compactMap { training in
            guard let by = training["by"], let day = by.date, day > over else { return nil }
            return Remark(
                by.path,
                "the training `\(training.name)` is due on \(day), and the trial project is decided "
                    + "on by \(over)",
                figures: [
                    Finding.Figure("training", day.description),
                    Finding.Figure("first project over", over.description),
                ], suggestion: "Train before the first project begins")
        }
    }
}
