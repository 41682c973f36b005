/// A typed value of the terms. Two values are equal when they mean the same: the order of keys,
/// quotes, comments and, in prose, white space play no part.
public indirect enum Value: Hashable, Sendable {
    /// A single value.
    case scalar(Scalar)
    /// Fields or keyed values, in the order of the schema, or by key where keys are free.
    case object([Member])
    /// Items in the order of the file.
    case list([Item])

    /// A field or key with its value.
    public struct Member: Hashable, Sendable {
        /// The name of the field, or the key.
        public var key: String
        /// Its value.
        public var value: Value

        /// Makes a member.
        public init(key: String, value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// An item of a list.
    public struct Item: Hashable, Sendable {
        /// Its `id`, where items of this list have one.
        public var id: String?
        /// The item, with the `id` among its members.
        public var value: Value

        /// Makes an item.
        public init(id: String?, value: Value) {
            self.id = id
            self.value = value
        }
    }

    /// The value of a member, or of the item with this id; nil where there is none.
    public subscript(key: String) -> Value? {
        switch self {
        case .scalar: nil
        case .object(let members): members.first { $0.key == key }?.value
        case .list(let items): items.first { $0.id == key }?.value
        }
    }

    /// The value at some components below this one, with items without `id` by number from 1.
    public subscript(path components: ArraySlice<String>) -> Value? {
        guard let first = components.first else { return self }
        var child = self[first]
        if child == nil, case .list(let items) = self, let number = Int(first),
            number > 0, number <= items.count, items[number - 1].id == nil
        {
            child = items[number - 1].value
        }
        return child?[path: components.dropFirst()]
    }

    /// The members of an object; empty for anything else.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The items of a list; empty for anything else.
    public var items: [Item] {
        if case .list(let items) = self { items } else { [] }
    }

    /// The single value, or nil.
    public var scalar: Scalar? {
        if case .scalar(let scalar) = self { scalar } else { nil }
    }

    /// The text of a single value as it is written in the terms, or nil.
    public var text: String? { scalar?.description }
}

/// A single typed value.
public enum Scalar: Hashable, Sendable, CustomStringConvertible {
    /// Text that means itself: names, ids, keys, words of a choice, references.
    case text(String)
    /// Prose: paragraphs of words, with white space folded.
    case prose(Prose)
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int64)
    /// An amount of money.
    case money(Money)
    /// A share of a whole.
    case share(Share)
    /// A length of time.
    case duration(CalendarDuration)
    /// A day.
    case date(CalendarDate)
    /// A measured figure.
    case quantity(Quantity)

    /// The value as it is written in the terms.
    public var description: String {
        switch self {
        case .text(let text): text
        case .prose(let prose): prose.description
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .money(let value): value.description
        case .share(let value): value.description
        case .duration(let value): value.description
        case .date(let value): value.description
        case .quantity(let value): value.description
        }
    }
}

/// Prose, compared by its words: paragraphs are parted by blank lines, and other white space has
/// no meaning (format.md, "Scalars people can read").
public struct Prose: Hashable, Sendable, CustomStringConvertible {
    /// The paragraphs, each with single spaces between its words; none is empty.
    public let paragraphs: [String]

    /// Takes text as it was written. Linear in its length.
    public init(_ text: String) {
        var text = text
        paragraphs = text.withUTF8 { bytes in
            var paragraphs: [String] = []
            var folded = FoldedText(capacity: bytes.count)
            var start = 0
            while start < bytes.count {
                let end = bytes.lineEnd(from: start)
                let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                    folded.append(line)
                } else if !folded.isEmpty {
                    paragraphs.append(folded.take())
                }
                start = end + 1
            }
            if !folded.isEmpty { paragraphs.append(folded.take()) }
            return paragraphs
        }
    }

    /// The paragraphs, parted by blank lines.
    public var description: String { paragraphs.joined(separator: "\n\n") }
}
