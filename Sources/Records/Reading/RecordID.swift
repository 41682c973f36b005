/// The place of a record below `records/`, by which others refer to it:
/// `deals/lift/20270512T093000Z-invoiced`, with a number behind it where others of the same moment
/// came first.
public struct RecordID: Hashable, Sendable, CustomStringConvertible {
    /// The name of the kind.
    public let kind: String
    /// What it is about.
    public let subject: String
    /// When it was recorded, in UTC: `20270512T093000Z`.
    public let moment: String
    /// The name of the event or answer.
    public let event: String
    /// From 1: how many of the same event, subject and moment there are with this one.
    public let number: Int

    /// Makes one.
    public init(kind: String, subject: String, moment: String, event: String, number: Int = 1) {
        self.kind = kind
        self.subject = subject
        self.moment = moment
        self.event = event
        self.number = number
    }

    /// Reads the place of a file or record; nil where it is not written as records are.
    public init?(_ text: String) {
        let end = ".yaml".utf8
        let path = text.utf8.dropLast(text.utf8.suffix(end.count).elementsEqual(end) ? 5 : 0)
        let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, let dash = parts[2].firstIndex(of: Self.dash),
            Self.isMoment(parts[2][..<dash])
        else { return nil }
        let kind = String(Substring(parts[0]))
        guard RecordKind(kind)?.name == kind else { return nil }
        var event = parts[2][dash...].dropFirst()
        var number = 1
        if let last = event.lastIndex(of: Self.dash) {
            let digits = Substring(event[last...].dropFirst())
            if let found = Int(digits), found > 1, String(found) == digits {
                number = found
                event = event[..<last]
            }
        }
        guard !event.isEmpty, !parts[1].isEmpty else { return nil }
        self.init(
            kind: kind, subject: String(Substring(parts[1])),
            moment: String(Substring(parts[2][..<dash])), event: String(Substring(event)),
            number: number)
    }

    private static let dash = UInt8(ascii: "-")

    /// The folder that it lies in, below `records/`.
    public var folder: String { "\(kind)/\(subject)" }

    /// The name of the file without its ending.
    public var name: String { "\(moment)-\(event)" + (number > 1 ? "-\(number)" : "") }

    /// The file, below `records/`.
    public var path: String { "\(folder)/\(name).yaml" }

    /// The next one of the same moment.
    public var next: RecordID {
        RecordID(kind: kind, subject: subject, moment: moment, event: event, number: number + 1)
    }

    /// The id of a record that is still a line of a table, and has no moment yet.
    public init(kind: String, subject: String, event: String, line: Int) {
        self.init(
            kind: kind, subject: subject, moment: Self.notYet, event: event, number: line)
    }

    /// The line of the table; nil where it is on record.
    var line: Int? { moment == Self.notYet ? number : nil }

    private static let notYet = "99991231T235959Z"

    /// The place without the ending of the file.
    public var description: String { "\(folder)/\(name)" }

    /// Whether a text is a moment as `YYYYMMDDTHHMMSSZ`.
    private static func isMoment(_ text: Substring.UTF8View) -> Bool {
        text.count == 16
            && zip(text, 0...).allSatisfy { byte, index in
                switch index {
                case 8: byte == UInt8(ascii: "T")
                case 15: byte == UInt8(ascii: "Z")
                default: (0x30...0x39).contains(byte)
                }
            }
    }
}
