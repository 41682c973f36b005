public import Git

/// Which versions of a framework somebody wants: a long history is not read as a whole for one.
public enum VersionQuery: Sendable {
    /// All of them.
    case all
    /// The one with this number.
    case number(Int)
    /// Those from this number on.
    case from(Int)
    /// Those that put the proposal with this tip in force.
    case proposal(ObjectID)
    /// Those that put a proposal of this name in force.
    case slug(String)

    func matches(_ version: Version) -> Bool {
        switch self {
        case .all: true
        case .number(let number): version.number == number
        case .from(let number): version.number >= number
        case .proposal(let tip): version.proposal == tip
        case .slug(let slug): version.origin?.slug == slug
        }
    }
}
