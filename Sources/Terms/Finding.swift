/// A place in a text file: line and column, both counted from 1, the column in Unicode scalars.
public struct SourcePosition: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int

    /// Makes a position from a line and a column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The position of a place in a text. Linear in what stands before it.
    init(of index: String.Index, in text: String) {
        self.init(line: 1, column: 1)
        for scalar in text.unicodeScalars[..<index] {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
    }

    /// The number of bytes in a text before this position. Linear in that number.
    func offset(in text: String) -> Int {
        var offset = 0
        var position = SourcePosition(line: 1, column: 1)
        for scalar in text.unicodeScalars where position < self {
            offset += UTF8.width(scalar)
            position =
                scalar == "\n"
                ? SourcePosition(line: position.line + 1, column: 1)
                : SourcePosition(line: position.line, column: position.column + 1)
        }
        return offset
    }

    /// Earlier in the file comes first.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    /// `line:column`, as compilers and editors write it.
    public var description: String { "\(line):\(column)" }
}

/// Something that is wrong, or worth knowing, about the terms, and what to do about it.
///
/// Findings are data: reading never stops at the first one, so that a person sees everything
/// that needs work in one go.
public struct Finding: Error, Hashable, Sendable {
    /// How much a finding weighs.
    public enum Severity: String, Hashable, Sendable {
        /// The terms can't be signed as they are.
        case error
        /// The terms can be signed, and somebody should look.
        case warning
        /// The terms can be signed, and one side may carry more of it than the other.
        case fairness
    }

    /// One of the figures that a finding is about.
    public struct Figure: Hashable, Sendable {
        /// What it is a figure of, such as a party.
        public var name: String
        /// The figure as people write it.
        public var value: String

        /// Makes a figure.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// How much it weighs.
    public var severity: Severity
    /// A stable kebab-case id of the rule, such as `unknown-key`.
    public var rule: String
    /// The file, relative to `terms/`.
    public var file: String
    /// The place in the file, where there is one.
    public var position: SourcePosition?
    /// The term it is about, such as `commercials.streams.subscription`.
    public var path: TermPath?
    /// What is wrong, as one sentence without a final full stop.
    public var message: String
    /// The figures behind it.
    public var figures: [Figure]
    /// Why it matters, where the message alone does not say it.
    public var reason: String?
    /// What to do next, where the message alone does not say it.
    public var next: String?
    /// Why the parties accept it, where the terms say so; it does not count then.
    public var waiver: String?

    /// Makes a finding.
    public init(
        _ severity: Severity = .error, rule: String, file: String,
        position: SourcePosition? = nil, path: TermPath? = nil, message: String,
        figures: [Figure] = [], reason: String? = nil, next: String? = nil
    ) {
        self.severity = severity
        self.rule = rule
        self.file = file
        self.position = position
        self.path = path
        self.message = message
        self.figures = figures
        self.reason = reason
        self.next = next
    }

    /// `file:line:column`, or the file alone where no place is known.
    public var place: String {
        position.map { "\(file):\($0)" } ?? file
    }

    /// Whether the parties accept it.
    public var isWaived: Bool { waiver != nil }
}

extension Sequence<Finding> {
    /// Whether any finding is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// The findings by file, then place, then rule, so that the same terms always read the same.
    public func inReadingOrder() -> [Finding] {
        sorted { left, right in
            let start = SourcePosition(line: 0, column: 0)
            return (left.file, left.position ?? start, left.rule, left.message)
                < (right.file, right.position ?? start, right.rule, right.message)
        }
    }
}
