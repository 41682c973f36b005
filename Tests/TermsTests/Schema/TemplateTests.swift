import Foundation
import Terms
import Testing

/// The comments in the templates are the questions of the schema.
///
/// With `ENTENTE_RECORD=1`, the comments are written into the templates, and the tests fail, so that
/// nobody mistakes it for a check.
struct TemplateTests {
    @Test func asksAsTheSchemaDoes() throws {
        let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"
        for file in try TemplateFile.all {
            var lines = file.lines
            var changes = 0
            for place in try file.places().reversed() {
                let range = file.comment(above: place.line)
                let found = Array(file.lines[range])
                let wanted = file.wanted(at: place)
                if found == wanted || (!place.isFirst && found.isEmpty) { continue }
                changes += 1
                lines.replaceSubrange(range, with: wanted)
                if !isRecording {
                    Issue.record(
                        "above \(place.declared.id) should stand:\n\(wanted.joined(separator: "\n"))",
                        sourceLocation: SourceLocation(
                            fileID: "TermsTests/\(file.section.file)", filePath: file.path,
                            line: place.line + 1, column: 1))
                }
            }
            guard isRecording, changes > 0 else { continue }
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file.path))
            Issue.record("\(file.path): \(changes) comments were recorded; read them")
        }
    }

    /// Whoever fills in the contract is asked everything.
    @Test func leavesNoQuestionOutOfTheContract() throws {
        let files = try TemplateFile.all.filter { $0.path.contains("/contract/") }
        let asked = Set(try files.flatMap { try $0.places().map(\.declared.id) })
        for declared in SectionName.allCases.flatMap(\.allFields) {
            #expect(asked.contains(declared.id), "\(declared.id)")
        }
    }

    /// With every example made active, the values read; only what they refer to may be missing.
    @Test func givesExamplesThatWork() throws {
        for file in try TemplateFile.all {
            let text = file.active.joined(separator: "\n")
            let wrong = section(file.section, text).findings.filter { $0.rule != "missing-field" }
            #expect(wrong == [], "\(file.path)")
        }
    }
}
