import Foundation
import Terms
import Testing

/// Sections as YAML, added to the smallest terms, and what a rule finds in them.
func found(
    _ rule: String, in texts: [SectionName: String], companions: CompanionFiles? = nil
) -> [Finding] {
    let files = Dictionary(
        texts.map { name, text in
            (name.file, name == .framework ? Sample.framework + text : text)
        }, uniquingKeysWith: { $1 })
    return TermsCheck(Sample.document(files), companions: companions).findings.filter {
        $0.rule == rule
    }
}

extension Finding {
    /// `commercials.waterfall: the order of payment has no final split`
    var said: String { "\(path?.description ?? "?"): \(message)" }

    /// The figures as one line: `northwind 85%, contoso 15%`.
    var counted: String { figures.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }
}
