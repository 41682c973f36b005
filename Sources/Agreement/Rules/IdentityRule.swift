/// Rule 6: `uid` in `framework.yaml` never changes, and no two frameworks share one.
enum IdentityRule {
    static func violations(of candidate: Candidate) -> [Violation] {
        guard let uid = candidate.proposed.uid else {
            return [Violation(.identity, "framework.yaml has no readable `uid`")]
        }
        if let current = candidate.inForce?.uid, current != uid {
            return [
                Violation(
                    .identity, "the `uid` of a framework never changes, and here it does",
                    next: "Set it back to \(current)")
            ]
        }
        if let owner = candidate.uids[uid], owner != candidate.framework {
            return [
                Violation(
                    .identity, "the framework \(owner) has the same `uid`",
                    next: "Give this framework a uid of its own, from uuidgen")
            ]
        }
        return []
    }
}
