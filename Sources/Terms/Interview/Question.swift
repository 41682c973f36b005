/// One question of an interview about the terms.
public struct Question: Sendable {
    /// What an answer is.
    public enum Kind: Hashable, Sendable {
        /// The value of the field.
        case value
        /// The first or next entry of a list of single values, until somebody says that there are
        /// no more.
        case entry(isFirst: Bool)
        /// The first or next item of a list, begun with the value of its first field.
        case item(isFirst: Bool)
        /// Whether the fields of an item that can be left out should be asked for as well.
        case details
    }

    /// The term that the answer is written to; for an item, that of its list.
    public let path: TermPath
    /// The field that asks; for an item, the field that begins it.
    public let field: Field
    /// The fields around it, from the section inwards.
    public let groups: [Field]
    /// What an answer is.
    public let kind: Kind
    /// The outermost group or list that has nothing yet and that an answer begins; nil where it
    /// goes on with something.
    public let opening: Field?
    /// What can be chosen from, with how each reads; empty where anything can be said.
    public let choices: [Choice]
    /// Who shares the whole, where the answer is a split: the ids and names, in order.
    public let sharers: [Choice]

    /// Something to choose.
    public struct Choice: Hashable, Sendable {
        /// What is written into the file.
        public let value: String
        /// How people say it.
        public let label: String
    }

    /// What is open: all of the group or list where nothing of it is answered, else the field.
    public var subject: Field { opening ?? field }

    /// The section that it is about.
    public var section: SectionName? { SectionName(rawValue: path.section) }

    /// Whether it goes on with a list, which the empty answer ends.
    public var continuesList: Bool {
        switch kind {
        case .entry(let isFirst), .item(let isFirst): !isFirst
        case .value, .details: false
        }
    }

    /// Whether an answer may be several of the choices.
    public var takesSeveral: Bool {
        if case .list = field.type { kind == .value } else { false }
    }
}
