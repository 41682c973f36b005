import Foundation
import TestSupport
import Testing

/// Plays the stories in `Transcripts` with the built program.
///
/// With `ENTENTE_RECORD=1`, what is printed now is written into the stories, and the tests fail, so
/// that nobody mistakes a recording for a check. Read what changed before you keep it.
@Suite struct StoryTests {
    @Test(arguments: Story.all)
    func story(_ story: Story) throws {
        let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"
        let sandbox = try Sandbox()
        try play(story.beginning, in: sandbox)
        var recorded = story
        var differences: [Difference] = []
        for (index, step) in story.steps.enumerated() {
            let outcome = try sandbox.run(step.command, as: step.person)
            let lines = sandbox.withoutMachinePaths(outcome.output)
                .components(separatedBy: "\n").trimmingBlankEnd()
            if !step.accepts(lines) || outcome.code != step.code {
                differences.append(Difference(step: step, lines: lines, code: outcome.code))
            }
            recorded.steps[index].output = step.recording(lines)
            recorded.steps[index].code = outcome.code
        }
        if isRecording {
            try Data(recorded.text.utf8).write(to: URL(fileURLWithPath: story.path))
            Issue.record("recorded, with \(differences.count) changes; read them, then run again")
        } else if let first = differences.first {
            Issue.record(
                Comment(rawValue: first.description(others: differences.count - 1)),
                sourceLocation: SourceLocation(
                    fileID: "StoryTests/\(story.testDescription).md", filePath: story.path,
                    line: first.step.line, column: 1))
        }
    }

    /// Plays a story for the sake of where it ends.
    private func play(_ story: Story?, in sandbox: Sandbox) throws {
        guard let story else { return }
        try play(story.beginning, in: sandbox)
        for step in story.steps { try sandbox.run(step.command, as: step.person) }
    }
}

/// What a step printed instead of what the story says.
private struct Difference {
    let step: Story.Step
    let lines: [String]
    let code: Int32

    func description(others: Int) -> String {
        var text = "~\(step.person.id)$ \(step.command)\n"
        if code != step.code { text += "exit \(code) instead of \(step.code)\n" }
        let changes = lines.difference(from: step.output)
        for change in changes.removals + changes.insertions {
            switch change {
            case .remove(let offset, let line, _): text += "-\(offset + 1): \(line)\n"
            case .insert(let offset, let line, _): text += "+\(offset + 1): \(line)\n"
            }
        }
        if others > 0 { text += "and \(others) further steps differ" }
        return text
    }
}
