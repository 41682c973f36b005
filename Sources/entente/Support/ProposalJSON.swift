internal import Agreement
internal import Foundation
internal import Git
internal import Merging
internal import Terms

/// A proposal for programs.
struct ProposalJSON: Codable, Sendable {
    struct Party: Codable, Sendable {
        let eligible: [String]
        let judgedBy: String
        let missing: Int
        let party: String
        let rule: RuleJSON?
        let signed: [String]
        let uncounted: [String]
    }
    struct NewKey: Codable, Sendable {
        let fingerprint: String
        let hasSigned: Bool
        let person: String
    }
    struct Said: Codable, Sendable {
        let at: String
        let kind: String
        let newKey: Bool
        let on: String?
        let person: String
        let stands: Bool
        let text: String
    }
    struct Broken: Codable, Sendable {
        let message: String
        let party: String?
        let rule: String
    }

    struct ReadAgain: Codable, Sendable {
        let label: String
        let path: String
    }

    let agreed: Bool
    let framework: String
    let ignored: [String]
    let newKeys: [NewKey]
    let outdated: Bool
    let parties: [Party]
    let proposal: String
    let proposer: String?
    /// The texts that both sides of an update changed, in different places.
    let readAgain: [ReadAgain]
    let ready: Bool
    let state: String
    let statements: [Said]
    let terms: String
    let tip: String
    let title: String?
    let version: Int
    let violations: [Broken]
    let voided: [String]
    let why: String?

    init(_ proposal: Proposal, flags: [MergeFlag] = []) {
        let judgement = proposal.judgement
        framework = proposal.framework
        self.proposal = proposal.slug
        switch proposal.state {
        case .open: state = "open"
        case .agreed: state = "agreed"
        case .closed: state = "closed"
        }
        agreed = state == "agreed"
        ready = proposal.isOpen && judgement.holds && proposal.outdatedBase == nil
        outdated = proposal.outdatedBase != nil
        title = proposal.origin?.title
        why = proposal.origin?.why
        proposer = proposal.origin?.proposer.name
        version = proposal.candidate.version
        terms = proposal.candidate.proposed.digest.description
        tip = proposal.reference.tip.description
        readAgain = flags.map { ReadAgain(label: $0.label, path: $0.path.description) }
        voided = proposal.voided.map(\.id)
        parties = judgement.standings.map {
            Party(
                eligible: $0.eligible, judgedBy: $0.judge.rawValue, missing: $0.missing,
                party: $0.party.id, rule: $0.nearestRule.map(RuleJSON.init), signed: $0.signed,
                uncounted: $0.uncounted)
        }
        newKeys = judgement.newKeys.map {
            NewKey(fingerprint: $0.fingerprint, hasSigned: $0.hasSigned, person: $0.person)
        }
        let standing = Set(proposal.standing.map(\.signed.id))
        statements = proposal.said.map { person, signed in
            Said(
                at: Moments.utc(signed.committer.seconds),
                kind: signed.statement.kind.rawValue.lowercased(),
                newKey: proposal.hasUnprovenKey(signed), on: signed.statement.on,
                person: person.id,
                stands: signed.statement.kind == .signOff
                    ? standing.contains(signed.id) : proposal.candidate.concerns(signed),
                text: signed.statement.text)
        }
        ignored = proposal.candidate.ignored.map { "\($0.id): \($0.reason)" }
        violations = judgement.violations.map {
            Broken(message: $0.message, party: $0.party, rule: $0.rule.rawValue)
        }
    }
}

/// A signing rule for programs.
struct RuleJSON: Codable, Sendable {
    let needs: Int
    let of: [String]
    let only: [String]?

    init(_ rule: SigningRule) {
        needs = rule.needs
        of = rule.of
        only = rule.only
    }
}

extension ProposalJSON: Packed {
    func pack(into writer: inout PackingWriter) throws {
        writer.add(try JSONEncoder().encode(self))
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        let bytes = Data(try reader.part())
        do {
            self = try JSONDecoder().decode(Self.self, from: bytes)
        } catch {
            throw PackingReader.Damage()
        }
    }
}
