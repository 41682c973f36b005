internal import Terms

/// Lays out steps that follow when the one before has not helped, such as those of a dispute, with
/// their times added up.
struct LadderLayout {
    let step: Field
    let within: Field
    let fields: [Field]
    let layout: ValueLayout

    /// Takes the fields of the items of a list; nil where these are no steps with a time.
    init?(fields: [Field], layout: ValueLayout) {
        guard let step = fields.first(where: { $0.name == "step" }), case .choice = step.type,
            let within = fields.first(where: { $0.name == "within" }), case .duration = within.type
        else { return nil }
        self.step = step
        self.within = within
        self.fields = fields
        self.layout = layout
    }

    func rungs(of items: [Value.Item], at path: TermPath?) -> [Rung] {
        var total: Total? = Total()
        return items.enumerated().map { index, item in
            let place = path?.appending(item.id ?? String(index + 1))
            let time = item.value[within.name]?.scalar
            if case .duration(let duration)? = time { total?.add(duration) } else { total = nil }
            let rest = item.value.members.filter { member in
                ![step.name, within.name].contains(member.key)
                    && (member.key != "id" || item.id == nil)
            }
            let details = layout.entries(of: rest, fields, at: place)
            return Rung(
                title: title(of: item),
                time: time.map { StyledText("within ") + StyledText($0.description, .together) },
                total: index > 0 ? total.map { StyledText($0.description + " in all") } : nil,
                details: details.isEmpty ? [] : [.grid(details)],
                anchor: place.map(Anchor.init))
        }
    }

    /// What happens, with the id of the step where it is another word.
    private func title(of item: Value.Item) -> StyledText {
        let word = item.value[step.name]?.scalar
        let label = word.map { layout.wording.text($0, step.type) } ?? ""
        let title = label.prefix(1).uppercased() + label.dropFirst()
        guard let id = item.id, id != word?.description else { return StyledText(title) }
        return StyledText(title.isEmpty ? id : "\(title) (\(id))")
    }
}

/// Lengths of time, added up by what is counted: nobody can say how many business days a month has.
private struct Total: CustomStringConvertible {
    private var counts: [(unit: CalendarDuration.Unit, count: Int)] = []

    mutating func add(_ duration: CalendarDuration) {
        if let index = counts.firstIndex(where: { $0.unit == duration.unit }) {
            counts[index].count += duration.count
        } else {
            counts.append((duration.unit, duration.count))
        }
    }

    var description: String {
        let parts = counts.map { "\($0.count) \($0.unit.rawValue)\($0.count == 1 ? "" : "s")" }
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
