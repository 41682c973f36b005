/// What the sections of the terms say, without the files that say it: enough for whatever follows
/// from the terms, and quickly kept and read again.
public struct TermsValues: Hashable, Sendable {
    /// The values of the sections that could be read.
    public let sections: [SectionName: Value]

    /// Makes them from the value of each section.
    public init(_ sections: [SectionName: Value]) { self.sections = sections }

    /// The value at a path, or nil where nothing is said there.
    public subscript(path: TermPath) -> Value? {
        SectionName(rawValue: path.section).flatMap { sections[$0] }?[path: path.inner]
    }

    /// What is said at some places, and nothing else.
    public func only(_ places: [TermPath]) -> TermsValues {
        let wanted = Dictionary(grouping: places, by: \.section).mapValues { $0.map(\.inner) }
        var kept: [SectionName: Value] = [:]
        for (name, value) in sections {
            kept[name] = wanted[name.rawValue].map { value.only($0) }
        }
        return TermsValues(kept)
    }
}

extension Value {
    /// The members on the way to some places, and all that is there.
    fileprivate func only(_ places: [ArraySlice<String>]) -> Value {
        guard case .object(let members) = self, places.allSatisfy({ !$0.isEmpty }) else {
            return self
        }
        return .object(
            members.compactMap { member in
                let below = places.filter { $0.first == member.key }.map { $0.dropFirst() }
                return below.isEmpty
                    ? nil : Member(key: member.key, value: member.value.only(below))
            })
    }
}

extension TermsDocument {
    /// What the sections say.
    public var values: TermsValues { TermsValues(sections.compactMapValues(\.value)) }
}
