internal import Agreement
internal import Git
internal import Terms

/// That another copy showed a history that goes another way, until that is settled.
struct OtherVersionText {
    struct JSON: Encodable {
        let by: String?
        let kept: String
        let on: String?
    }

    private let version: OtherVersion

    init(_ version: OtherVersion) { self.version = version }

    /// In sentences: whose it is, where it is kept, and what to do.
    var text: String {
        let newest = version.newest.map {
            ", with a newest step by \($0.name) on \(Moments.day($0.seconds))"
        }
        return TextRules.visible(
            "Another version of the shared history was seen\(newest ?? "") (git log "
                + "\(version.kept)). Settle with your partners which one stays. Whoever gives way to "
                + "it: entente sync --give-way, with the place or the file that showed it. Where yours "
                + "stays, and that is settled: git update-ref -d \(version.kept)")
    }

    var json: JSON {
        JSON(
            by: version.newest?.name, kept: version.kept,
            on: version.newest.map { Moments.day($0.seconds) })
    }
}

extension Console {
    /// Says each on standard error.
    func note(_ versions: [OtherVersion]) {
        for version in versions {
            note(style.wrap(OtherVersionText(version).text, indent: 0))
        }
    }
}
