internal import Audit
internal import Records
internal import Terms

extension AuditReport {
    /// One row for each promise, for a spreadsheet.
    public func csv() -> String {
        let head = [
            "id", "section", "path", "version", "label", "promised", "actual", "difference",
            "status", "since", "due", "reason", "standing", "records", "next", "step",
        ]
        let rows = audit.assessments.filter(isTold).map { found -> [String] in
            [
                found.id, found.section.rawValue, found.path.description, String(found.version),
                found.label, found.promised, found.actual, found.difference ?? "",
                found.status.rawValue, found.since?.description ?? "",
                found.due?.description ?? "", found.reason, found.standing?.rawValue ?? "",
                found.evidence.map(\.record.description).joined(separator: " "),
                found.next?.who.joined(separator: " ") ?? "", found.next?.what ?? "",
            ]
        }
        return CSVText.of([head] + rows.map { $0.map(CSVText.cell) })
    }
}

extension CSVText {
    /// Text that anybody wrote, as one cell: in quotation marks where it needs them, and with an
    /// apostrophe in front where a spreadsheet would take it for a formula.
    static func cell(_ text: String) -> String {
        var text = TextRules.visible(text)
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
