internal import Agreement
internal import Git
internal import Terms

/// A version for programs.
struct VersionJSON: Encodable {
    struct Signature: Encodable {
        let at: String
        let fingerprint: String
        let party: String
        let person: String
        let statement: String
    }

    let changedFiles: [String]
    let commit: String
    let proposal: String?
    let proposer: String?
    let signatures: [Signature]
    let since: String
    let terms: String
    let title: String?
    let version: Int
    let why: String?

    init(_ version: Version) {
        changedFiles = version.changedFiles
        commit = version.commit.description
        proposal = version.origin?.slug
        proposer = version.origin?.proposer.name
        since = Moments.utc(version.seconds)
        terms = version.digest.description
        title = version.origin?.title
        self.version = version.number
        why = version.origin?.why
        signatures = version.signatures.map {
            Signature(
                at: Moments.utc($0.seconds), fingerprint: $0.fingerprint, party: $0.party,
                person: $0.person, statement: $0.commit.description)
        }
    }
}
