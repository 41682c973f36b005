internal import Redline

extension StyledText {
    /// The line of text that became another one: what was deleted as `[-old-]`, what was inserted as
    /// `{+new+}`. Linear in the size of both but for what differs.
    public static func marked(from old: String, to new: String) -> StyledText {
        var comparer = TextComparer()
        let runs = comparer.runs(old, new).reduce(into: [SentenceRedline.Run]()) { runs, run in
            switch (runs.last, run) {
            case (.same(let start), .same(let end)): runs[runs.count - 1] = .same(start + end)
            case (.deleted(let start), .deleted(let end)):
                runs[runs.count - 1] = .deleted(start + end)
            case (.inserted(let start), .inserted(let end)):
                runs[runs.count - 1] = .inserted(start + end)
            default: runs.append(run)
            }
        }
        return RedlineBlocks.text(of: runs)
    }
}
