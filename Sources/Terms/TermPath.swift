/// The address of a term: `commercials.streams.subscription.shares.northwind`.
///
/// The first component is a section, or `clauses/<name>` for a prose clause. Items of a list are
/// addressed by their `id`, or by their number counted from 1 where they have none.
public struct TermPath: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The components, from the section inwards; never empty.
    public private(set) var components: [String]

    /// The path of a whole section.
    public init(section: String) {
        components = [section]
    }

    /// Reads a path as people write it: components joined by full stops.
    ///
    /// Returns nil where a component is empty.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        components = parts
    }

    /// The section or clause that the path lies in.
    public var section: String { components[0] }

    /// The components below the section.
    public var inner: ArraySlice<String> { components.dropFirst() }

    /// The path of a child.
    public func appending(_ component: String) -> TermPath {
        var path = self
        path.components.append(component)
        return path
    }

    /// The path without its last component, or nil for a section.
    public var parent: TermPath? {
        guard components.count > 1 else { return nil }
        var path = self
        path.components.removeLast()
        return path
    }

    /// The last component.
    public var last: String { components[components.count - 1] }

    /// Whether `other` is this path or lies below it.
    public func contains(_ other: TermPath) -> Bool {
        other.components.starts(with: components)
    }

    /// By components.
    public static func < (left: TermPath, right: TermPath) -> Bool {
        left.components.lexicographicallyPrecedes(right.components)
    }

    /// The components joined by full stops.
    public var description: String { components.joined(separator: ".") }
}
