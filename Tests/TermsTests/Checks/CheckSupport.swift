import Foundation
import Terms
import Testing

/// Sections as YAML, added to the smallest terms, and what a rule finds in them.
func found(
    _ rule: String, in texts: [SectionName: String], clauses: [String: String] = [:],
    companions: CompanionFiles? = nil
) -> [Finding] {
    #expect(TermRules.all.contains { $0.id == rule }, "there is no rule \(rule)")
    var files = clauses
    for (name, text) in texts {
        files[name.file] = name == .framework ? Sample.framework + text : text
    }
    return TermsCheck(Sample.document(files), companions: companions).findings.filter {
        $0.rule == rule
    }
}

/// What a rule says about one section: `purpose.goals: there is no emotional goal`.
func said(_ rule: String, _ section: SectionName, _ text: String) -> [String] {
    found(rule, in: [section: text]).map(\.said)
}

extension Finding {
    /// `commercials.waterfall: the order of payment has no final split`
    var said: String { "\(path?.description ?? "?"): \(message)" }

    /// The figures as one line: `contoso 15%, northwind 85%`.
    var counted: String { figures.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }
}

extension Sample {
    /// The sample's registry with an independent advisor, Frida of Oversight.
    static let withAdvisor =
        parties.replacingOccurrences(
            of: "people:\n",
            with: """
                  oversight:
                    name: Oversight
                    kind: independent
                people:
                  frida:
                    name: Frida
                    party: oversight

                """)

    /// A working document, which may grow while it is in force.
    static let workingDocument = framework.replacingOccurrences(
        of: "form: contract", with: "form: working-document")
}
