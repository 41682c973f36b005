internal import Agreement
internal import Terms

/// An agreed version in words.
struct VersionText {
    let version: Version

    init(_ version: Version) { self.version = version }

    /// `2 since 2027-01-04, signed by Ada Brennan, Dora Winkler`.
    var line: String {
        let signers = Set(version.signatures.map(\.name)).sorted().joined(separator: ", ")
        return "\(version.number) since \(Moments.day(version.seconds)), signed by \(signers)"
    }
}
