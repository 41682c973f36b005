internal import Terms

/// Finds references in a clause that no longer lead to where they led.
struct References {
    /// One state of a clause.
    struct State {
        var paragraphs: [ClauseParagraph]
        var numbers: ClauseNumbers

        init(_ paragraphs: [ClauseParagraph]) {
            self.paragraphs = paragraphs
            numbers = ClauseNumbers(paragraphs)
        }
    }

    private let old: State
    private let new: State
    private let partners: Partners

    /// What to look at: a clause in two states, and which of its paragraphs stand for each other.
    init(_ old: State, _ new: State, _ partners: Partners) {
        self.old = old
        self.new = new
        self.partners = partners
    }

    /// The references of the new state, in reading order, that lead elsewhere or nowhere since
    /// then. Where all numbers lead to what they led to, only changed paragraphs are read.
    func changes(at path: TermPath) -> [ReferenceChange] {
        guard !old.numbers.areLeftToReader, !new.numbers.areLeftToReader,
            !new.numbers.places.isEmpty
        else {
            return []
        }
        let numbers = Set(old.numbers.places.keys).union(new.numbers.places.keys).filter { number in
            old.numbers.places[number].flatMap { partners.new[$0] } != new.numbers.places[number]
                || (old.numbers.places[number] == nil) != (new.numbers.places[number] == nil)
        }
        let changed = Set(partners.changedNew)
        return new.paragraphs.enumerated().flatMap { index, paragraph -> [ReferenceChange] in
            guard !numbers.isEmpty || changed.contains(index) else { return [] }
            let references = SectionReference.all(in: paragraph)
            guard !references.isEmpty else { return [] }
            let before = Set(
                partners.old[index].map {
                    SectionReference.all(in: old.paragraphs[$0]).map(\.number)
                } ?? [])
            var told: Set<String> = []
            return references.compactMap { reference in
                guard told.insert(reference.number).inserted else { return nil }
                return change(
                    reference, wasThere: before.contains(reference.number),
                    isAnother: numbers.contains(reference.number), paragraph, path)
            }
        }
    }

    private func change(
        _ reference: SectionReference, wasThere: Bool, isAnother: Bool,
        _ paragraph: ClauseParagraph, _ path: TermPath
    ) -> ReferenceChange? {
        let number = reference.number
        // What is new in the text is only wrong where it leads nowhere.
        guard wasThere ? isAnother : new.numbers.places[number] == nil else { return nil }
        // A reference that led nowhere and leads somewhere is cured.
        if wasThere, old.numbers.places[number] == nil { return nil }
        let target = wasThere ? old.numbers.places[number] : nil
        let follows = target.flatMap { partners.new[$0] }.flatMap { place in
            new.numbers.places.first { $0.value == place && isOwn($0.key, like: number) }?.key
        }
        return ReferenceChange(
            path: path, place: paragraph.place, text: "\(reference.keyword) \(number)",
            old: wasThere ? Self.label(number, in: old) : nil,
            new: new.numbers.places[number] == nil ? nil : Self.label(number, in: new),
            follows: follows)
    }

    /// Whether a number is of the same depth as another one: `10.3` and `9.3`, not `10.3(a)`.
    private func isOwn(_ number: String, like other: String) -> Bool {
        number.count { ".(".contains($0) } == other.count { ".(".contains($0) }
            && number.last == other.last || !number.contains("(") && !other.contains("(")
    }

    private static func label(_ number: String, in clause: State) -> String {
        let title = clause.numbers.titles[number] ?? ""
        return title.isEmpty ? number : "\(number) (\(title))"
    }
}
