internal import Obligations
internal import Terms

/// What falls due as a file for calendars: iCalendar (RFC 5545), one event of a whole day each.
///
/// Each event has the same UID whenever it is written, so that a calendar that takes the file again
/// moves what moved instead of showing it twice.
public struct CalendarFile: Sendable {
    private let report: ObligationsReport
    private let uid: String
    private let stamp: Int64

    /// Takes a report.
    ///
    /// - Parameters:
    ///   - report: What falls due.
    ///   - uid: What tells this framework from all others in the world.
    ///   - stamp: When what it is from was last changed, in seconds since 1970. Same data, same file.
    public init(_ report: ObligationsReport, uid: String, stamp: Int64) {
        self.report = report
        self.uid = uid
        self.stamp = stamp
    }

    /// The file, with a carriage return and a line feed behind each line.
    public func text() -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entente//Obligations//EN",
            "CALSCALE:GREGORIAN",
        ]
        for obligation in report.shown { lines += event(obligation) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ obligation: Obligation) -> [String] {
        let who = report.who(obligation)
        let record = obligation.record.map { ["Record: \($0)"] } ?? []
        let about =
            [
                who.isEmpty ? nil : "Who: \(who)",
                "Term: \(obligation.source), version \(report.version)",
            ].compactMap(\.self) + record
        return [
            "BEGIN:VEVENT",
            "UID:\(Self.escaped("\(obligation.id)@\(uid)"))",
            "DTSTAMP:\(Self.moment(stamp))",
            "DTSTART;VALUE=DATE:\(Self.day(obligation.date))",
            "DTEND;VALUE=DATE:\(Self.day(obligation.date.adding(days: 1)))",
            "SUMMARY:\(Self.escaped("\(obligation.what) (\(report.framework))"))",
            "DESCRIPTION:\(Self.escaped(about.joined(separator: "\n")))",
            "CATEGORIES:\(Self.escaped(obligation.kind.label))",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    }

    // MARK: RFC 5545

    /// Section 3.3.4.
    private static func day(_ day: CalendarDate) -> String {
        day.description.filter { $0 != "-" }
    }

    /// Section 3.3.5, form 2: in UTC.
    private static func moment(_ seconds: Int64) -> String {
        let rest = ((seconds % 86_400) + 86_400) % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        return day(CalendarDate(secondsSince1970: seconds))
            + "T\(two(rest / 3_600))\(two(rest / 60 % 60))\(two(rest % 60))Z"
    }

    /// Section 3.3.11: text, without anything that a calendar would not show.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            default: result += TextRules.visible(String(scalar)).replacing("\\", with: "\\\\")
            }
        }
        return result
    }

    /// Section 3.1: no line longer than 75 octets, and no character broken.
    static func folded(_ line: String) -> String {
        var result = ""
        var size = 0
        for scalar in line.unicodeScalars {
            let length = UTF8.width(scalar)
            if size + length > 75 {
                result += "\r\n "
                size = 1
            }
            result.unicodeScalars.append(scalar)
            size += length
        }
        return result
    }
}
