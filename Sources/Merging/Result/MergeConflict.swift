public import Terms

/// What two sides did to one term, differently, so that people have to decide.
public struct MergeConflict: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, Hashable, Sendable {
        /// Both gave it another value.
        case changed
        /// Both added it, with different content.
        case added
        /// One side removed it and the other one changed it.
        case removed
        /// Both moved one item, to different places.
        case moved
        /// Both put something into one gap of an ordered list, or moved items past each other.
        case order
        /// Each side is right by itself, and both together break a rule of the schema.
        case breach
        /// A file that can't be read as terms on one side, and that both changed.
        case unreadable
    }

    /// What one state says.
    public struct Version: Hashable, Sendable {
        /// The value; nil where nothing is said, or the value can't be read.
        public var value: Value?
        /// The text as it is written, without what is around it; nil where nothing is said.
        public var text: String?

        /// Makes a version.
        public init(value: Value? = nil, text: String? = nil) {
            (self.value, self.text) = (value, text)
        }
    }

    /// The term. Where both sides disagree in several places of one text, the places are numbered:
    /// `clauses/general.2`.
    public var path: TermPath
    /// The path in people's words: `Money and effort › Marketing › Budget`.
    public var label: String
    /// What happened.
    public var kind: Kind
    /// What was there before.
    public var base: Version
    /// What the left side says.
    public var left: Version
    /// What the right side says.
    public var right: Version
    /// The names of the sides.
    public var names: MergeNames
    /// What is wrong with both together, where ``kind`` is a breach.
    public var finding: Finding?
    /// Whether it is about a place in a text.
    public var isInText = false
    /// Whether that place is all of the text.
    public var isAllOfText = false

    /// The same between sides with names; `isTurned` puts the right side first in texts with marks.
    func naming(_ names: MergeNames, isTurned: Bool) -> MergeConflict {
        var conflict = self
        conflict.names = names
        for version in [\MergeConflict.base, \.left, \.right] {
            conflict[keyPath: version].text = conflict[keyPath: version].text.map {
                String(
                    decoding: ConflictMarks.naming(names, isTurned: isTurned, in: Array($0.utf8)),
                    as: UTF8.self)
            }
        }
        return conflict
    }

    /// The same seen from the other side.
    func mirrored() -> MergeConflict {
        var conflict = self
        (conflict.left, conflict.right) = (right, left)
        conflict.names = names.mirrored
        return conflict
    }
}

/// Who the two sides are.
public struct MergeNames: Hashable, Sendable {
    /// The left side, such as `Northwind`.
    public var left: String
    /// The right side, such as `Contoso`.
    public var right: String

    /// Makes the names of two sides.
    public init(left: String, right: String) { (self.left, self.right) = (left, right) }

    /// What stands for the names of sides that have none yet: no text of terms holds such
    /// characters.
    static let unnamed = MergeNames(left: "\u{1}", right: "\u{2}")

    /// The same seen from the other side.
    var mirrored: MergeNames { MergeNames(left: right, right: left) }
}

/// How a conflict is decided.
public enum MergeChoice: Hashable, Sendable {
    /// As the left side says. In a gap that both filled, its part comes first.
    case left
    /// As the right side says. In a gap that both filled, its part comes first.
    case right
    /// As it was before. A gap that both filled stays empty.
    case base
    /// This value, as it is written in the terms; of a text, this in place of what is contested.
    case value(String)

    /// The same seen from the other side.
    var mirrored: MergeChoice {
        switch self {
        case .left: .right
        case .right: .left
        default: self
        }
    }
}

/// A text that both sides changed in different places, so that nobody has read it as it is now.
public struct MergeFlag: Hashable, Sendable {
    /// The clause, or the term of prose.
    public var path: TermPath
    /// The path in people's words.
    public var label: String
}
