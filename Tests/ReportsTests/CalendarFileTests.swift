import Foundation
import Obligations
import Records
import Reports
import Terms
import TestSupport
import Testing

@Suite struct CalendarFileTests {
    /// Meetings, notice and a name that no calendar format likes.
    static func file(
        _ held: [String] = [], until: String = "2028-12-31"
    ) throws -> String {
        let texts = [
            "framework.yaml": """
            term: {starts: 2027-02-01, ends: 2028-02-29, renewal: tacit, renewal-period: 1 year, \
            notice: 3 months}

            """,
            "parties.yaml": """
            parties:
              northwind: {name: "Grüße; Söhne, Töchter \\\\ & Co", kind: msp, \
            signing: [{needs: 1, of: [ada]}]}
            people:
              ada: {name: "Ada Łukasiewicz-Øster der Äußeren Straße zu Überlingen am Bodensee", \
            party: northwind}

            """,
            "governance.yaml": """
            meetings:
              - {id: steering, layer: steering, cadence: 3 months, who: [northwind, ada]}

            """,
        ]
        let document = TermsDocument(
            TermsFiles(
                texts.sorted { $0.key < $1.key }.map { path, text in
                    TermsEntry(
                        path: path, kind: .file, size: text.utf8.count, bytes: Array(text.utf8))
                }))
        var book = RecordBook()
        for day in held {
            book.add(
                RecordSource(
                    path: "meetings/steering/\(day.filter { $0 != "-" })T100000Z-held.yaml",
                    bytes: Array("on: \(day)\nmeeting: steering\nwho: [ada]\n".utf8),
                    recorder: Recorder(person: "ada", name: "Ada", party: "northwind"),
                    seconds: 1_800_000_000, version: 1))
        }
        let report = ObligationsReport(
            Obligations(
                document.values, book: book,
                today: try CalendarDate(parsing: "2027-03-01"),
                until: try CalendarDate(parsing: until)), of: "fieldwork", version: 3,
            names: Names(document))
        return CalendarFile(
            report, uid: "5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914", stamp: 1_810_114_205
        ).text()
    }

    @Test func isWrittenAsTheStandardSays() throws {
        let text = try Self.file(until: "2027-06-01")
        let expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Entente//Obligations//EN
            CALSCALE:GREGORIAN
            BEGIN:VEVENT
            UID:meeting/steering/1@5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
            DTSTAMP:20270512T093005Z
            DTSTART;VALUE=DATE:20270501
            DTEND;VALUE=DATE:20270502
            SUMMARY:Meeting steering (fieldwork)
            DESCRIPTION:Who: Ada Łukasiewicz-Øster der Äußeren Straße zu Überling
             en am Bodensee\\, Grüße\\; Söhne\\, Töchter \\\\ & Co\\nTerm: governance.mee
             tings.steering\\, version 3
            CATEGORIES:Meeting
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """
        #expect(text == expected.replacing("\n", with: "\r\n"))
        #expect(text.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
    }

    @Test func moveWhatMoved() throws {
        func days(_ text: String) -> [String: String] {
            var found: [String: String] = [:]
            var uid = ""
            for line in text.components(separatedBy: "\r\n") {
                if line.hasPrefix("UID:") { uid = String(line.dropFirst(4)) }
                if line.hasPrefix("DTSTART") { found[uid] = String(line.suffix(8)) }
            }
            return found
        }
        let (before, after) = (days(try Self.file()), days(try Self.file(["2027-02-20"])))
        let second = "meeting/steering/2@5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914"
        #expect(before[second] == "20270801")
        #expect(after[second] == "20270520")
        #expect(try Self.file() == Self.file())
    }

    @Test(.enabled(if: StockCalendar.isPossible, "needs python3 with icalendar (PyPI)"))
    func passesAStockReader() throws {
        let text = try Self.file()
        let read = try StockCalendar.read(text)
        #expect(read.count == text.components(separatedBy: "BEGIN:VEVENT").count - 1)
        #expect(Set(read.map(\.uid)).count == read.count)
        let first = try #require(read.first)
        #expect(first.start == "2027-05-01" && first.end == "2027-05-02")
        #expect(
            first.description
                == "Who: Ada Łukasiewicz-Øster der Äußeren Straße zu Überlingen am Bodensee, "
                + "Grüße; Söhne, Töchter \\ & Co\nTerm: governance.meetings.steering, version 3")
        #expect(
            read.contains { $0.uid.hasPrefix("notice/2028-02-29@") && $0.start == "2027-11-30" })
    }
}

/// Somebody else's reader of calendars: the package `icalendar` of Python.
enum StockCalendar {
    struct Event: Decodable {
        let uid: String
        let start: String
        let end: String
        let description: String
    }

    static let isPossible = (try? run("import icalendar", "")).map { $0.code == 0 } ?? false

    /// The events of a file; fails where something is not as the standard has it.
    static func read(_ text: String) throws -> [Event] {
        let outcome = try run(
            """
            import json, sys, icalendar
            calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
            assert not calendar.errors, calendar.errors
            events = calendar.walk("VEVENT")
            for event in events:
                assert not event.errors, event.errors
                for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
                    assert name in event, name
            print(json.dumps([{"uid": str(e["UID"]), "start": str(e.decoded("DTSTART")),
                "end": str(e.decoded("DTEND")), "description": str(e["DESCRIPTION"])}
                for e in events]))
            """, text)
        guard outcome.code == 0 else { throw RunFailure(outcome.errors) }
        return try JSONDecoder().decode([Event].self, from: Data(outcome.output.utf8))
    }

    private static func run(_ script: String, _ text: String) throws -> Outcome {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("entente-\(UUID().uuidString).ics")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try Running(
            ["python3", "-c", script, file.path], in: "/",
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""],
            scratch: FileManager.default.temporaryDirectory.path, joined: false
        ).wait()
    }
}
