extension SectionName {
    /// The types along a path: of the section, of what its first component names, and so on.
    ///
    /// - Throws: `EditError` where the path names nothing that the schema knows.
    func types(along path: TermPath) throws(YAMLEditor.EditError) -> [FieldType] {
        typealias EditError = YAMLEditor.EditError
        var type = FieldType.object(fields)
        var types = [type]
        var here = TermPath(section: rawValue)
        for component in path.inner {
            switch type {
            case .object(let fields):
                guard let field = fields.first(where: { $0.name == component }) else {
                    let nearest = Suggestion.nearest(to: component, in: fields.map(\.name))
                    throw EditError(
                        "there is no field `\(TextRules.visible(component))` in `\(here)`"
                            + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                        next: "Known here: " + fields.map(\.name).joined(separator: ", "))
                }
                type = field.type
            case .map(_, let values):
                guard Identifier.isValid(component) else {
                    throw EditError("`\(TextRules.visible(component))` can't be an id")
                }
                type = values
            case .list(let item, let order):
                guard item.hasIdentity || order == .ordered else {
                    throw EditError(
                        "the order of `\(here)` means nothing, so its items have no numbers",
                        next: "Set the whole list, like [ada, ben]")
                }
                guard item.hasIdentity ? Identifier.isValid(component) : Int(component) != nil
                else {
                    throw EditError(
                        item.hasIdentity
                            ? "`\(TextRules.visible(component))` can't be an id"
                            : "items of `\(here)` have no names; use their number from 1")
                }
                type = item
            default:
                throw EditError("`\(here)` is a single value and has no `\(component)`")
            }
            here = here.appending(component)
            types.append(type)
        }
        return types
    }
}
