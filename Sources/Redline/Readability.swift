internal import Terms

/// Whether a section's values tell all that its file says.
enum Readability {
    /// Whether nothing was left out of the values; true for a section that is not there.
    ///
    /// A field with a finding against it is left out of the values, and comparing what is left
    /// would hide it. A finding that only says that something is missing or doesn't add up leaves
    /// nothing out.
    static func isWhole(_ section: Section?) -> Bool {
        guard let section else { return true }
        guard let value = section.value else { return false }
        return section.findings.allSatisfy { finding in
            switch finding.rule {
            case "shares-sum", "listed-twice": true
            case "missing-field": isAbsent(finding.path, from: value, of: section.name)
            default: finding.severity == .warning
            }
        }
    }

    /// Whether the path is of a field that the schema knows in an object that was read.
    private static func isAbsent(
        _ path: TermPath?, from value: Value, of section: SectionName
    ) -> Bool {
        guard let path, path.last != "id", let field = path.inner.last,
            value[path: path.inner.dropLast()] != nil
        else { return false }
        var type = FieldType.object(section.fields)
        for component in path.inner.dropLast() {
            switch type {
            case .object(let fields):
                guard let field = fields.first(where: { $0.name == component }) else {
                    return false
                }
                type = field.type
            case .list(let item, _): type = item
            case .map(_, let value): type = value
            default: return false
            }
        }
        guard case .object(let fields) = type else { return false }
        return fields.contains { $0.name == field }
    }
}
