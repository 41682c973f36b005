extension TermRule {
    static let waterfallFinalSplit = TermRule(
        "waterfall-final-split", .error,
        "The order of payment does not end with a split that has shares.",
        reason: "Whatever the last step leaves belongs to nobody, and both sides will claim it."
    ) { terms in
        let path = "commercials.waterfall"
        guard let waterfall = terms[path], terms.isWhole(path) else { return [] }
        let steps = waterfall.items
        guard let last = steps.last else { return [] }
        let splits = steps.filter { $0["step"]?.text == "split" }
        guard let first = splits.first else {
            return [
                Remark(
                    waterfall.path, "the order of payment has no final split",
                    suggestion: "Add a last step with `step: split` and the shares of the rest")
            ]
        }
        if first.path != last.path {
            let next = steps[(steps.firstIndex { $0.path == first.path } ?? 0) + 1]
            return [
                Remark(
                    next.path,
                    "`\(next.name)` comes after the split `\(first.name)`, which leaves nothing",
                    suggestion: "Move the split to the end")
            ]
        }
        guard first["shares"] == nil else { return [] }
        return [
            Remark(
                first.path, "the final split `\(first.name)` does not say who receives which part",
                suggestion: "Give it `shares`")
        ]
    }
}
