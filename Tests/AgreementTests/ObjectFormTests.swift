import Foundation
import Git
import SSHSignature
import Testing

@testable import Agreement

/// "Raw objects": commits in which something else might be found by another reader. None of them is
/// a statement, and each says why.
@Suite struct ObjectFormTests {
    /// A statement that was spoilt after it was signed.
    struct Forgery: CustomTestStringConvertible, Sendable {
        let name: String
        let reason: String
        let forge: @Sendable (Honest) throws -> [UInt8]
        var testDescription: String { name }

        init(
            _ name: String, _ reason: String,
            _ forge: @escaping @Sendable (Honest) throws -> [UInt8]
        ) {
            (self.name, self.reason, self.forge) = (name, reason, forge)
        }
    }

    /// What forgeries are made of.
    struct Honest {
        let bytes: [UInt8]
        let payload: [UInt8]
        let armour: String
        /// A stranger's signature of the same text.
        let stranger: String

        var text: String { String(decoding: bytes, as: UTF8.self) }

        func swap(_ old: String, _ new: String) -> [UInt8] {
            guard let place = text.range(of: old) else { return bytes }
            return Array(text.replacingCharacters(in: place, with: new).utf8)
        }

        func with(_ armour: String) -> [UInt8] { Workshop.inserting(armour, into: payload) }

        /// The first line that starts with a word, with its line feed.
        func line(_ name: String) -> String {
            text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map { $0 + "\n" } ?? ""
        }
    }

    @Test(arguments: headers + armour)
    func isNoStatement(forgery: Forgery) throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
        let honest = try shop.say(on: tip, by: .dora)
        let parts = try parts(of: honest, in: shop)
        let forged = try shop.repository.write(commit: forgery.forge(parts))
        #expect(forged != honest)
        let tree = try #require(try shop.store.termsTree(of: "alliance", in: tip))
        for (statement, isForged) in [(forged, true), (honest, false)] {
            let judgement = try shop.history().judge(
                "alliance", tree: tree, proposal: statement, store: shop.store)
            #expect(
                judgement.candidate.ignored.map(\.reason) == (isForged ? [forgery.reason] : []))
            #expect(judgement.violations.map(\.rule) == (isForged ? [.signOffs] : []))
        }
    }

    private static let strange =
        "its headers are not exactly tree, parent, author, committer, gpgsig"

    static let headers: [Forgery] = [
        Forgery("no signature", "it is not signed") { $0.payload },
        Forgery("bytes behind a NUL", "it holds a NUL byte") { $0.bytes + Array("\0more".utf8) },
        Forgery("a signature behind a NUL", "it holds a NUL byte") {
            $0.payload + Array("\0gpgsig \($0.armour)\n".utf8)
        },
        Forgery("a second signature, by a stranger", strange) {
            Workshop.inserting($0.stranger, into: $0.bytes)
        },
        Forgery("a second signature, with the stranger's first", strange) {
            Workshop.inserting($0.armour, into: Workshop.inserting($0.stranger, into: $0.payload))
        },
        Forgery("a signature for SHA-256 as well", strange) {
            $0.swap("gpgsig ", "gpgsig-sha256 x\ngpgsig ")
        },
        Forgery("a header that begins like a signature, too", strange) {
            $0.swap("gpgsig ", "gpgsigX x\ngpgsig ")
        },
        Forgery("a signature under a name that begins like it", "it is not signed") {
            $0.swap("gpgsig ", "gpgsigX ")
        },
        Forgery("a signature in capitals", "it is not signed") { $0.swap("gpgsig ", "GPGSIG ") },
        Forgery("a second committer", strange) {
            $0.swap(
                $0.line("committer"),
                $0.line("committer") + "committer Ada <ada@example.org> 1 +0000\n")
        },
        Forgery("the same parent twice", "it names a parent twice") {
            $0.swap($0.line("parent"), $0.line("parent") + $0.line("parent"))
        },
        Forgery("a merged tag", strange) {
            $0.swap("gpgsig ", "mergetag object 0\n type x\ngpgsig ")
        },
        Forgery("an encoding", strange) { $0.swap("gpgsig ", "encoding latin1\ngpgsig ") },
        Forgery("carriage returns", "its author or committer is not in Git's form") {
            $0.swap(" +0000\n", " +0000\r\n")
        },
        Forgery("a tree in capitals", doesNotFit) {
            $0.swap($0.line("tree"), "tree " + $0.line("tree").dropFirst(5).uppercased())
        },
        Forgery("a zone of other digits", doesNotFit) { $0.swap(" +0000\n", " -0000\n") },
    ]

    /// Headers in an order in which Git itself finds no author or committer.
    static let disorder: [Forgery] = [
        Forgery("the signature before the committer", "") { honest in
            let committer = honest.line("committer")
            let text = String(decoding: honest.swap(committer, ""), as: UTF8.self)
            return Array(
                text.replacingOccurrences(of: "\n\nSign", with: "\n\(committer)\nSign").utf8)
        },
        Forgery("a second tree behind the first parent", "") {
            $0.swap($0.line("author"), $0.line("tree") + $0.line("author"))
        },
        Forgery("a parent behind the author", "") {
            $0.swap($0.line("committer"), $0.line("parent") + $0.line("committer"))
        },
        Forgery("a second author", "") {
            $0.swap($0.line("author"), $0.line("author") + "author Ada <ada@example.org> 1 +0000\n")
        },
    ]

    /// Such a commit is an error to whoever reads it, on `main` and on a proposal.
    @Test(arguments: disorder)
    func isNoCommit(forgery: Forgery) throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
        let honest = try shop.say(on: tip, by: .dora)
        let forged = try shop.git(
            ["hash-object", "-w", "--stdin", "-t", "commit", "--literally"],
            input: forgery.forge(try parts(of: honest, in: shop)))
        let id = try #require(ObjectID(forged))
        let tree = try #require(try shop.store.termsTree(of: "alliance", in: tip))
        let history = try shop.history()
        #expect(throws: GitError.self) {
            _ = try history.judge("alliance", tree: tree, proposal: id, store: shop.store)
        }
        #expect(
            try history.judge("alliance", tree: tree, proposal: honest, store: shop.store).holds)
    }

    private func parts(of honest: ObjectID, in shop: Workshop) throws -> Honest {
        let bytes = try shop.repository.object(honest).bytes
        let commit = try SignedCommit(parsing: bytes)
        return Honest(
            bytes: bytes, payload: commit.payload,
            armour: String(commit.signature.armoured.dropLast()),
            stranger: try Sealing().seal(commit.payload, by: .mallory))
    }

    private static let doesNotFit =
        "its signature does not count: the signature does not fit the message and the key"
    private static let damaged = "the signature's base64 text is cut off or damaged"
    private static let beginning =
        "the signature does not begin with the line -----BEGIN SSH SIGNATURE-----"

    static let armour: [Forgery] = [
        Forgery("text before it", beginning) { $0.with("Signed:\n" + $0.armour) },
        Forgery("a space before it", beginning) { $0.with(" " + $0.armour) },
        Forgery("text behind it", "there is text after the signature") {
            $0.with($0.armour + "\nSigned.")
        },
        Forgery("a second block", "there is text after the signature") {
            $0.with($0.armour + "\n" + $0.stranger)
        },
        Forgery("a stranger's block first", "there is text after the signature") {
            $0.with($0.stranger + "\n" + $0.armour)
        },
        Forgery("spare bits that are not zero", damaged) { honest in
            var text = Array(honest.armour.utf8)
            guard let pad = text.firstIndex(of: UInt8(ascii: "=")) else { return honest.bytes }
            // One bit of the two that the digit before one `=` does not need.
            let digits = Array(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
            let value = digits.firstIndex(of: text[pad - 1]) ?? 0
            text[pad - 1] = digits[value | 1]
            return honest.with(String(decoding: text, as: UTF8.self))
        },
        Forgery("no padding", damaged) { $0.with($0.armour.replacing("=", with: "")) },
        Forgery("padding twice", damaged) { $0.with($0.armour.replacing("=", with: "==")) },
        Forgery(
            "lines of 76 characters",
            "the signature's lines are not of 70 characters, as ssh-keygen writes them"
        ) { honest in
            let lines = honest.armour.split(separator: "\n")
            let digits = Array(lines.dropFirst().dropLast().joined())
            let wrapped = stride(from: 0, to: digits.count, by: 76).map {
                String(digits[$0..<min($0 + 76, digits.count)])
            }
            return honest.with(
                ([String(lines[0])] + wrapped + [String(lines[lines.count - 1])])
                    .joined(separator: "\n"))
        },
    ]

    /// Nor are statements whose committer stands on the other side of time: it never decides.
    @Test(arguments: ["0", "1", "4102444800", "99999999999"])
    func timeDoesNotDecide(seconds: String) throws {
        for isWrong in [true, false] {
            let shop = try Workshop.founded()
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            let statement = try shop.statement(on: tip, by: .dora)
            let bytes = shop.payload(
                try shop.repository.commit(tip).tree, [tip], Array(statement.message.utf8),
                by: "dora")
            let dated = String(decoding: bytes, as: UTF8.self)
                .replacing(/> \d+ \+0000/, with: "> \(seconds) +0000")
            let signer = isWrong ? Actor.dora.impersonated(by: .mallory) : .dora
            let armour = try Sealing().seal(Array(dated.utf8), by: signer)
            try shop.merge(
                shop.repository.write(
                    commit: Workshop.inserting(armour, into: Array(dated.utf8))))
            #expect(
                try shop.history().breach?.violations.map(\.rule) == (isWrong ? [.signOffs] : nil))
        }
    }

    /// A record or a statement that lies under another's name is not read.
    @Test func aStatementUnderAnothersNameIsNotRead() throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
        let unsigned = try shop.say(
            on: tip, by: .dora,
            forging: {
                Array(
                    String(decoding: $0, as: UTF8.self)
                        .replacingOccurrences(of: "Dora <", with: "Dara <").utf8)
            })
        let signed = try shop.say(on: tip, by: .dora)
        try shop.merge(unsigned)
        func file(_ id: ObjectID) -> String {
            "\(shop.path)/objects/\("\(id)".prefix(2))/\("\(id)".dropFirst(2))"
        }
        #expect(try shop.history().breach?.violations.map(\.rule) == [.signOffs])
        let bytes = try #require(FileManager.default.contents(atPath: file(signed)))
        try FileManager.default.removeItem(atPath: file(unsigned))
        try Array(bytes).write(to: file(unsigned))
        let store = TermsStore(try Repository.open(at: shop.path))
        #expect(throws: GitError.self) { _ = try History(replaying: shop.main, store: store) }
    }
}
