internal import Git

/// The names of references (trust.md, "Refs").
enum References {
    /// What all branches begin with.
    static let branches = "refs/heads/"
    /// The agreed history.
    static let main = "refs/heads/main"
    /// Everything that is open.
    static let proposals = "refs/heads/proposals/"
    /// The last tip of `main` that verified on this machine.
    static let verified = "refs/entente/verified/main"

    /// One proposal.
    static func proposal(_ framework: String, _ slug: String) -> String {
        "\(proposals)\(framework)/\(slug)"
    }

    /// One version, for convenience; never read by verification.
    static func tag(_ framework: String, _ version: Int) -> String {
        "\(tag(framework))v\(version)"
    }

    /// What the versions of a framework begin with.
    static func tag(_ framework: String) -> String { "refs/tags/agreed/\(framework)/" }

    /// What all pins begin with.
    static let pins = "refs/entente/founding/"
    /// The commit that founded a framework, as it was first seen on this machine: the pin.
    static func pin(_ framework: String) -> String { pins + framework }

    /// What the names of all commits begin with from which working files were taken.
    static let bases = "refs/entente/working/"
    /// The commit whose terms the working files were last taken from or put into.
    static func basis(_ framework: String) -> String { bases + framework }

    /// What was last seen of another copy: its `main` and its proposals, below this.
    static func seen(_ place: String) -> String { "refs/entente/remotes/\(place)/" }

    /// What all places were last seen to hold.
    static let seen = "refs/entente/remotes/"

    /// What all begin with that other copies held and that was refused.
    static let evidence = "refs/entente/evidence/"
    /// What another copy held that was refused, for those who have to look into it.
    static func evidence(_ place: String, _ commit: ObjectID) -> String {
        "\(evidence)\(place)/\(commit.short)"
    }

    /// What a proposal was before it was written anew without an agreement that gave way, with all
    /// that was said of it then.
    static func kept(_ proposal: ProposalReference) -> String {
        "refs/entente/kept/\(proposal.framework)/\(proposal.slug)/\(proposal.tip.short)"
    }

    /// What `main` was before steps of it were left out.
    static func left(_ main: ObjectID) -> String { "refs/entente/left/\(main.short)" }

    /// What the working files were taken from, while they do not follow `main` yet.
    static let checkout = "refs/entente/checkout"

    /// What came and has not been told yet, as a blob.
    static let untold = "refs/entente/untold"

    /// What all updates that wait for decisions begin with.
    static let updates = "refs/entente/update/"
    /// The update of a framework that waits for decisions.
    static func update(_ framework: String) -> String { updates + framework }
}
