/// What a review says besides the comparison, for programs. The fields are part of the contract of
/// `--json`.
struct ReviewJSON: Encodable {
    struct Signature: Encodable {
        var person: String
        var party: String
        var role: String?
        var date: String
        var fingerprint: String?
    }

    struct Decision: Encodable {
        var kind: String
        var text: String
        var cured: Bool
        var place: String?
        var by: String?
        var uses: [String]
        var next: String?
    }

    struct SignOffs: Encodable {
        var standings: [Standing]
        var voided: [String]
        var state: String?
        var next: String?
    }

    struct Standing: Encodable {
        var name: String
        var text: String
        var done: Bool
        var reason: String?
    }

    var signatures: [Signature]
    var decisions: [Decision]
    var remarks: [Origin.Remark]
    /// What moves in money; nil where nothing was tried.
    var settlement: SettlementComparisonJSON?
    var signOffs: SignOffs

    init(_ review: Review) {
        signatures = review.signatures.map {
            Signature(
                person: $0.person, party: $0.party, role: $0.role, date: $0.date,
                fingerprint: $0.fingerprint)
        }
        decisions = review.decisions.map {
            Decision(
                kind: $0.kind.rawValue, text: $0.text, cured: $0.isCured, place: $0.place,
                by: $0.by, uses: $0.uses, next: $0.next)
        }
        remarks = review.remarks.map(Origin.Remark.init)
        settlement = review.settlement.map(SettlementComparisonJSON.init)
        signOffs = SignOffs(
            standings: review.signOffs.standings.map {
                Standing(name: $0.name, text: $0.text, done: $0.isDone, reason: $0.reason)
            },
            voided: review.signOffs.voided, state: review.signOffs.state,
            next: review.signOffs.next)
    }

    /// Where a change comes from.
    struct Origin: Encodable {
        struct Remark: Encodable {
            var kind: String
            var person: String
            var date: String
            var text: String

            init(_ remark: ChangeOrigin.Remark) {
                kind = remark.kind
                person = remark.person
                date = remark.date
                text = remark.text
            }
        }

        var proposer: String
        var date: String
        var version: Int?
        var why: String?
        var remarks: [Remark]
        /// The change sentence by sentence; nil where all of it has one origin.
        var parts: [Part]?

        struct Part: Encodable {
            var proposer: String
            var date: String
            var version: Int?
            var why: String?
            var sentences: [String]

            init(_ part: ChangeOrigin.Part) {
                proposer = part.origin.proposer
                date = part.origin.date
                version = part.origin.version
                why = part.origin.why
                sentences = part.sentences
            }
        }

        init(_ origin: ChangeOrigin) {
            parts = origin.parts.isEmpty ? nil : origin.parts.map(Part.init)
            proposer = origin.proposer
            date = origin.date
            version = origin.version
            why = origin.why
            remarks = origin.remarks.map(Remark.init)
        }
    }
}
