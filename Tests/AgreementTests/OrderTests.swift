import Git
import Terms
import Testing

@testable import Agreement

/// Content and order: sign-offs that are carried somewhere else, and merges that turn things round.
@Suite struct OrderTests {
    @Test(arguments: carried + rewritten + crossed)
    func order(_ attack: Attack) throws { try attack.play() }

    private static let second = TermsText().with {
        $0.uid = "22222222-2222-4222-8222-222222222222"
    }

    static let carried: [Attack] = [
        Attack("the sign-offs of one framework for another", refusedBy: .signOffs) {
            shop, isWrong in
            // The same people, and the same text but for the uid.
            try shop.found(second, of: "second")
            let first = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let tip = try shop.propose(second.amended(), of: "second", on: isWrong ? first : nil)
            try shop.merge(
                isWrong ? tip : shop.signOff(tip, of: "second", by: .ada, .dora), of: "second")
        },
        Attack("a sign-off that edits, of what it edits", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            let other = TermsText().amended("Else.")
            let edited = try shop.propose(other, on: tip)
            let tree = try shop.repository.commit(edited).tree
            // Dora signs the new text in the very step that brings it; Ada signs on top.
            let statement = try shop.statement(on: edited, by: .dora)
            let signed = try shop.say(
                on: isWrong ? tip : edited, by: .dora, tree: tree, as: statement)
            try shop.merge(shop.signOff(signed, by: .ada))
        },
        Attack("a sign-off of one proposal on another of the same base", refusedBy: .signOffs) {
            shop, isWrong in
            let one = try shop.propose(TermsText().amended("One"))
            let two = try shop.signOff(shop.propose(TermsText().amended("Two")), by: .ada)
            let statement = try shop.statement(on: isWrong ? one : two, by: .dora)
            try shop.merge(shop.say(on: two, by: .dora, as: statement))
        },
        Attack(
            "a founding's sign-offs for a founding under another name", refusedBy: .registryChange
        ) {
            shop, isWrong in
            let terms = second
            let start = try shop.propose(terms, of: "second", slug: "founding")
            let signed = try shop.signOff(start, of: "second", by: second.keys)
            let renamed = isWrong ? "third" : "second"
            let tip = try shop.propose(terms, of: renamed, on: signed)
            try shop.merge(tip, of: renamed)
        },
    ]

    static let rewritten: [Attack] = [
        again("a rebase, which makes every step anew without its signature") { shop, commits, _ in
            try commits.reduce(shop.main) { tip, commit in
                try shop.commit(commit.tree, [tip], String(decoding: commit.message, as: UTF8.self))
            }
        },
        again("a cherry-pick of a sign-off, which keeps its words only") { shop, commits, ids in
            let last = commits[commits.count - 1]
            return try shop.commit(
                last.tree, [ids[ids.count - 2]], String(decoding: last.message, as: UTF8.self))
        },
    ]

    /// A proposal that is signed by both and then made anew.
    private static func again(
        _ what: String,
        _ make: @escaping @Sendable (Workshop, [Commit], [ObjectID]) throws -> ObjectID
    ) -> Attack {
        Attack(what, refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada, .dora)
            let ids = Array(
                try shop.repository.commits(reachableFrom: [tip], excluding: [shop.main]).reversed()
            )
            let commits = try ids.map { try shop.repository.commit($0) }
            try shop.merge(isWrong ? make(shop, commits, ids) : tip)
        }
    }

    static let crossed: [Attack] = [
        Attack("criss-cross: the loser of two merged proposals", refusedBy: .signOffs) {
            shop, isWrong in
            let one = try shop.signOff(shop.propose(TermsText().amended("One")), by: .ada, .dora)
            let two = try shop.signOff(shop.propose(TermsText().amended("Two")), by: .ada, .dora)
            let (first, other) = (
                try shop.repository.commit(one).tree, try shop.repository.commit(two).tree
            )
            let left = try shop.commit(first, [one, two], "Cross\n")
            let right = try shop.commit(other, [two, one], "Cross\n")
            try shop.merge(left)
            try shop.merge(isWrong ? right : shop.signOff(right, by: .ada, .dora))
        },
        Attack("main is merged into the proposal after the sign-offs", refusedBy: .signOffs) {
            shop, isWrong in
            let signed = try shop.signOff(shop.propose(TermsText().amended("One")), by: .ada, .dora)
            try shop.amend(TermsText().amended("Two"), by: .ada, .dora)
            let joined = try shop.commit(
                shop.repository.commit(signed).tree, [signed, shop.main], "Join\n")
            try shop.merge(isWrong ? joined : shop.signOff(joined, by: .ada, .dora))
        },
        Attack("a withdrawal on one arm of a criss-cross", refusedBy: .signOffs) { shop, isWrong in
            let start = try shop.propose(TermsText().amended())
            let signed = try shop.signOff(start, by: .ada, .dora)
            let taken = try shop.say(.withdrawal, on: start, by: .dora)
            let tree = try shop.repository.commit(start).tree
            let (left, right) = (
                try shop.commit(tree, [signed, taken], "Cross\n"),
                try shop.commit(tree, [taken, signed], "Cross\n")
            )
            let joined = try shop.commit(tree, [left, right], "Join\n")
            try shop.merge(isWrong ? joined : shop.signOff(joined, by: .dora))
        },
    ]
}
