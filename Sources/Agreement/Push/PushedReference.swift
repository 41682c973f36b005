public import Git

/// One reference that a push moves, as Git tells a hook.
public struct PushedReference: Hashable, Sendable {
    /// The full name: `refs/heads/main`.
    public let name: String
    /// What it is now; nil where there is none.
    public let old: ObjectID?
    /// What it is to become; nil where it is to go.
    public let new: ObjectID?

    /// A reference from its parts.
    public init(name: String, old: ObjectID?, new: ObjectID?) {
        self.name = name
        self.old = old
        self.new = new
    }

    /// The name as people know it, without what all branches have in common.
    public var shortName: String {
        name.hasPrefix(References.branches)
            ? String(name.dropFirst(References.branches.count)) : name
    }

    /// Reads what Git writes to `pre-receive`: `<old> <new> <name>`, one line each.
    ///
    /// - Throws: ``Problem`` for anything else, also for nothing at all: whoever read the lines
    ///   before this must not be able to make a push look empty.
    public static func received(_ bytes: [UInt8]) throws -> [PushedReference] {
        let lines = try lines(of: bytes)
        guard !lines.isEmpty else { throw unreadable("nothing was pushed") }
        let references = try lines.map { words in
            guard words.count == 3, let old = ObjectID(words[0]), let new = ObjectID(words[1]),
                words[2].hasPrefix("refs/")
            else { throw unreadable("a line is not `<old> <new> <name>`") }
            return PushedReference(name: words[2], old: old.ifAny, new: new.ifAny)
        }
        return try each(once: references)
    }

    /// Reads what Git writes to `pre-push`: `<local name> <new> <name> <old>`, one line each; none
    /// where there is nothing to push.
    ///
    /// - Throws: ``Problem`` for anything else.
    public static func toBePushed(_ bytes: [UInt8]) throws -> [PushedReference] {
        let references = try lines(of: bytes).map { words in
            guard words.count == 4, let new = ObjectID(words[1]), let old = ObjectID(words[3]),
                words[2].hasPrefix("refs/")
            else { throw unreadable("a line is not `<local name> <new> <name> <old>`") }
            return PushedReference(name: words[2], old: old.ifAny, new: new.ifAny)
        }
        return try each(once: references)
    }

    private static func lines(of bytes: [UInt8]) throws -> [[String]] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw unreadable("a name is not UTF-8")
        }
        guard text.isEmpty || text.utf8.last == 10 else {
            throw unreadable("the last line is cut off")
        }
        return text.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast().map {
            $0.split(separator: 32, omittingEmptySubsequences: false).map { String($0) ?? "" }
        }
    }

    private static func each(once references: [PushedReference]) throws -> [PushedReference] {
        guard Set(references.map(\.name)).count == references.count else {
            throw unreadable("a name is pushed twice")
        }
        return references
    }

    private static func unreadable(_ why: String) -> Problem {
        Problem(
            "bad-input", .unable, "this is not what Git tells a hook: \(why)",
            next: "Let Git run it: entente hooks install")
    }
}

extension ObjectID {
    fileprivate var ifAny: ObjectID? { self == .zero ? nil : self }
}
