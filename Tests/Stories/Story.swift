import Foundation
import TestSupport
import Testing

/// A story: a Markdown file in which people run commands and see what they print.
///
/// In blocks that are marked as `console`, a line `~ada$ <command>` is a command of Ada's; lines
/// after it that start with `> ` belong to it. What follows is what she sees, and `[exit 1]` where
/// the exit code is not 0. A line `...` stands for any lines. All else is for readers, except that
/// a story with a line `Goes on from [...](other.md)` starts where that one ends.
struct Story: Sendable, CustomTestStringConvertible {
    /// A command, and what is expected of it.
    struct Step: Sendable {
        /// Who runs it.
        let person: Person
        /// What is given to the shell.
        let command: String
        /// The lines that are printed.
        var output: [String]
        /// The exit code.
        var code: Int32
        /// Where it stands in the file.
        let line: Int
    }

    private enum Part: Sendable {
        case prose(String)
        case console([Step])
    }

    /// The file.
    let path: String
    private var parts: [Part] = []

    /// All stories, by name.
    static let all: [Story] = {
        let folder = SourceTree.root + "/Tests/Stories/Transcripts"
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                .filter { $0.hasSuffix(".md") }.map { try Story(path: folder + "/" + $0) }
        } catch {
            fatalError("a story can't be read: \(error)")
        }
    }()

    /// What the tests call it.
    var testDescription: String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }

    /// The commands, in order.
    var steps: [Step] {
        get {
            parts.flatMap { part -> [Step] in
                if case .console(let steps) = part { steps } else { [] }
            }
        }
        set {
            var rest = newValue[...]
            parts = parts.map { part in
                guard case .console(let steps) = part else { return part }
                defer { rest = rest.dropFirst(steps.count) }
                return .console(Array(rest.prefix(steps.count)))
            }
        }
    }

    /// Reads a story.
    init(path: String) throws {
        self.path = path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var steps: [Step] = []
        var fence: String?
        var isCommand = false
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            guard let open = fence else {
                parts.append(.prose(line))
                if line.hasPrefix("```"), line.hasSuffix("console") {
                    fence = String(line.prefix { $0 == "`" })
                }
                continue
            }
            if line == open {
                parts += [.console(steps), .prose(line)]
                (steps, fence, isCommand) = ([], nil, false)
            } else if let (person, command) = Self.prompt(line) {
                steps.append(
                    Step(person: person, command: command, output: [], code: 0, line: index + 1))
                isCommand = true
            } else if steps.isEmpty {
                throw RunFailure("\(path):\(index + 1): output without a command")
            } else if isCommand, line.hasPrefix("> ") || line == ">" {
                let last = steps.removeLast()
                steps.append(
                    Step(
                        person: last.person, command: last.command + "\n" + line.dropFirst(2),
                        output: [], code: 0, line: last.line))
            } else if line.hasPrefix("[exit "), line.hasSuffix("]"),
                let code = Int32(line.dropFirst(6).dropLast())
            {
                steps[steps.count - 1].code = code
                isCommand = false
            } else {
                steps[steps.count - 1].output.append(line)
                isCommand = false
            }
        }
        guard fence == nil else { throw RunFailure("\(path): a block has no end") }
        self.steps = self.steps.map { step in
            var step = step
            step.output = step.output.trimmingBlankEnd()
            return step
        }
    }

    /// The story that has to be played before this one.
    var beginning: Story? {
        get throws {
            for case .prose(let line) in parts where line.hasPrefix("Goes on from [") {
                guard let start = line.range(of: "]("), let end = line.range(of: ".md)") else {
                    throw RunFailure("\(path): \(line)")
                }
                let name = line[start.upperBound..<end.lowerBound] + ".md"
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
                return try Story(path: folder.appendingPathComponent(String(name)).path)
            }
            return nil
        }
    }

    /// The text of the file.
    var text: String {
        parts.map { part in
            switch part {
            case .prose(let line): line
            case .console(let steps): Step.text(of: steps)
            }
        }.joined(separator: "\n")
    }

    private static func prompt(_ line: String) -> (Person, String)? {
        for person in Person.all where line.hasPrefix("~\(person.id)$ ") {
            return (person, String(line.dropFirst(person.id.count + 3)))
        }
        return nil
    }
}

extension Story.Step {
    /// Steps as they stand in the file: a blank line follows what is printed.
    fileprivate static func text(of steps: [Story.Step]) -> String {
        var text = ""
        for (index, step) in steps.enumerated() {
            if index > 0 { text += steps[index - 1].isSilent ? "\n" : "\n\n" }
            text += step.text
        }
        return text
    }

    private var isSilent: Bool { output.isEmpty && code == 0 }

    private var text: String {
        let lines = command.components(separatedBy: "\n")
        var text = (["~\(person.id)$ \(lines[0])"] + lines.dropFirst().map { "> \($0)" } + output)
            .joined(separator: "\n")
        if code != 0 { text += "\n[exit \(code)]" }
        return text
    }

    /// Whether this is what was expected.
    func accepts(_ lines: [String]) -> Bool {
        Self.matches(output[...], lines[...])
    }

    private static func matches(_ expected: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool
    {
        guard let first = expected.first else { return lines.isEmpty }
        guard first == "..." else {
            return first == lines.first && matches(expected.dropFirst(), lines.dropFirst())
        }
        let rest = expected.dropFirst()
        return (lines.startIndex...lines.endIndex).contains { matches(rest, lines[$0...]) }
    }

    /// What to expect from now on, leaving out again what was left out before.
    func recording(_ lines: [String]) -> [String] {
        if accepts(lines) { return output }
        let gaps = output.filter { $0 == "..." }.count
        guard gaps == 1, let gap = output.firstIndex(of: "...") else { return lines }
        let after = output.count - gap - 1
        guard lines.count > gap + after else { return lines }
        return lines.prefix(gap) + ["..."] + lines.suffix(after)
    }
}

extension [String] {
    /// Without empty lines at the end, which a story has for its readers only.
    func trimmingBlankEnd() -> [String] {
        var lines = self
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }
}
