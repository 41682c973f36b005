internal import Agreement
internal import Foundation
internal import Reports
internal import Terms

/// Where results, notes and questions go: results to standard output, everything else to
/// standard error.
struct Console: Sendable {
    let style: TerminalStyle
    /// How many columns there are, of which text that runs on uses no more than ``wide``.
    let columns: Int
    let isQuiet: Bool
    let isVerbose: Bool
    let wantsJSON: Bool
    /// Whether results go to a terminal.
    let isTerminal: Bool
    /// Whether somebody can be asked.
    let isInteractive: Bool

    init(_ options: GlobalOptions, environment: [String: String]) {
        isTerminal = isatty(STDOUT_FILENO) == 1
        let isDumb = environment["TERM"] == "dumb" || environment["TERM"] == nil
        let refusesColour = !(environment["NO_COLOR"] ?? "").isEmpty
        columns = Console.width(environment, isTerminal: isTerminal)
        style = TerminalStyle(
            width: min(columns, Console.wide),
            usesColour: isTerminal && !isDumb && !refusesColour && !options.noColor)
        isQuiet = options.quiet
        isVerbose = options.verbose
        wantsJSON = options.json
        isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// Prints a result.
    func print(_ text: String) {
        Output.write(Data((text + "\n").utf8))
    }

    /// Prints a line that programs read as well: whole in a pipe, wrapped on a terminal.
    func print(line: StyledText, indent: Int, hanging: Int) {
        print(text(line: line, indent: indent, hanging: hanging))
    }

    /// A line that programs read as well, as it is printed.
    func text(line: StyledText, indent: Int, hanging: Int) -> String {
        isTerminal
            ? style.wrap(line, indent: indent, hanging: hanging)
            : String(repeating: " ", count: indent) + style.render(line)
    }

    /// Prints a digest behind its label, or below it where a terminal is too narrow for both, so
    /// that it is never broken.
    func print(label: String, digest: Digest) { print(text(label: label, digest: digest)) }

    /// A digest behind its label, as it is printed.
    func text(label: String, digest: Digest) -> String {
        let value = digest.description
        let isNarrow = isTerminal && label.count + value.count > style.width
        return isNarrow
            ? "  " + label.trimmingCharacters(in: .whitespaces) + "\n    " + value : label + value
    }

    /// Prints a result as JSON: sorted keys, the same bytes everywhere.
    func print(json value: some Encodable) throws {
        print(try JSONText.of(value))
    }

    /// Says something that is no result.
    func note(_ text: String) {
        guard !isQuiet, !wantsJSON else { return }
        Output.say(text + "\n")
    }

    /// Says something that only some want to know.
    func detail(_ text: String) {
        if isVerbose { note(text) }
    }

    /// Asks for a yes; anything else is a no.
    func confirm(_ question: String) -> Bool {
        Output.say("\(TextRules.visible(question)) [y/N] ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }

    /// Asks for a line of text; nil where nothing is said.
    func ask(_ question: String) -> String? {
        Output.say("\(question) ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
        return answer.isEmpty ? nil : answer
    }

    /// Asks for a line of text until something is said; nil where the input ends.
    func insist(_ question: String) -> String? {
        while true {
            Output.say("\(question) ")
            guard let answer = readLine()?.trimmingCharacters(in: .whitespaces) else { return nil }
            if !answer.isEmpty { return answer }
            note("  It can't be left open (Ctrl-C stops).")
        }
    }

    /// Waits for a line of an interview; nil where the input ends.
    func answer() -> String? {
        Output.say("> ")
        return readLine()
    }

    /// From how many columns on two texts have room beside each other, and beyond which lines
    /// become hard to follow.
    static let wide = 120

    private static func width(_ environment: [String: String], isTerminal: Bool) -> Int {
        var size = winsize()
        if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 {
            return min(Int(size.ws_col), 200)
        }
        return min(max(Int(environment["COLUMNS"] ?? "") ?? 80, 40), 200)
    }
}

/// Moments and days as people read them.
enum Moments {
    /// The day of a moment, in UTC: `2027-01-31`.
    static func day(_ seconds: Int64) -> String {
        CalendarDate(secondsSince1970: seconds).description
    }

    /// A moment in UTC for programs: `2027-01-31T10:15:00Z`.
    static func utc(_ seconds: Int64) -> String {
        let rest = ((seconds % 86_400) + 86_400) % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(day(seconds))T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
