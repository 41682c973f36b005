import Foundation
import Git
import Terms
import Testing

@testable import Agreement

/// "Statements", "Raw objects" and "Signatures": what is not exactly one is none.
@Suite struct StatementFormTests {
    @Test(arguments: messages + trees + headers + signatures)
    func form(_ attack: Attack) throws { try attack.play() }

    static let messages: [Attack] = [
        reworded("no trailers") { _ in "Sign off alliance v2\n" },
        reworded("no newline at the end") { String($0.dropLast()) },
        reworded("a blank line at the end") { $0 + "\n" },
        reworded("a blank line at the start") { "\n" + $0 },
        reworded("an unknown trailer behind") { $0 + "Reviewed-By: ada\n" },
        reworded("a second party behind") { $0 + "Party: northwind\n" },
        reworded("text behind the trailers") { $0 + "\nNot really.\n" },
        reworded("a trailer twice") { swap($0, "Version: 2\n", "Version: 2\nVersion: 2\n") },
        reworded("two versions") { swap($0, "Version: 2\n", "Version: 1\nVersion: 2\n") },
        reworded("trailers in another order") {
            swap($0, "Party: contoso\nPerson: dora\n", "Person: dora\nParty: contoso\n")
        },
        reworded("a trailer missing") { swap($0, "Founding: ", "Found: ") },
        reworded("a trailer of another case") { swap($0, "Version: ", "version: ") },
        reworded("two spaces in a trailer") { swap($0, "Version: 2", "Version:  2") },
        reworded("a space at the end") { swap($0, "Version: 2", "Version: 2 ") },
        reworded("a version with a zero") { swap($0, "Version: 2", "Version: 02") },
        reworded("a version with a sign") { swap($0, "Version: 2", "Version: +2") },
        reworded("a version in other digits") { swap($0, "Version: 2", "Version: ２") },
        reworded("a version beyond all") {
            swap($0, "Version: 2", "Version: 99999999999999999999999")
        },
        reworded("a digest in capitals") {
            $0.split(separator: "\n", omittingEmptySubsequences: false)
                .map {
                    $0.hasPrefix("Terms: ")
                        ? "Terms: sha256:" + $0.dropFirst(14).uppercased() : String($0)
                }
                .joined(separator: "\n")
        },
        reworded("another edition") { swap($0, "Entente-Sign-Off: 1", "Entente-Sign-Off: 2") },
        reworded("two kinds") {
            swap($0, "Entente-Sign-Off: 1", "Entente-Objection: 1\nEntente-Sign-Off: 1")
        },
        reworded("a sign-off only in its free text") {
            swap($0, "Entente-Sign-Off: 1", "Draft of Entente-Sign-Off: 1")
        },
        reworded("another first line") { swap($0, "Sign off alliance v2", "Fix a typo") },
        reworded("a first line of another version") { swap($0, "alliance v2", "alliance v3") },
        reworded("a line of ours in the free text") {
            swap($0, "v2\n\n", "v2\n\nEntente-Sign-Off: 1\n\n")
        },
        reworded("carriage returns") { swap($0, "Version: 2\n", "Version: 2\r\n") },
        reworded("a NUL") { swap($0, "v2\n\n", "v2\n\nSecret\0text\n\n") },
        reworded("a NUL at the end") { $0 + "\0" },
        reworded("a text direction") { swap($0, "v2\n\n", "v2\n\n\u{202E}reverse\n\n") },
        reworded("an escape") { swap($0, "v2\n\n", "v2\n\n\u{1B}[2J\n\n") },
        reworded("an invisible letter in the name") {
            swap($0, "Person: dora", "Person: do\u{200B}ra")
        },
        reworded("a letter of another alphabet") { swap($0, "Person: dora", "Person: dorа") },
        forged("not UTF-8") { $0.map { $0 == UInt8(ascii: "v") ? 0xFF : $0 } },
    ]

    static let trees: [Attack] = [
        said("another tree than its parent's") { shop, tip, isWrong in
            let other = try shop.root(
                of: tip, replacing: "notes.md", with: (.file, shop.blob("x\n")))
            return try shop.say(on: tip, by: .dora, tree: isWrong ? other : nil)
        },
        said("no parent") { shop, tip, isWrong in
            let alone = try shop.say(on: tip, by: .dora, parents: isWrong ? [] : nil)
            let tree = try shop.repository.commit(tip).tree
            return isWrong ? try shop.commit(tree, [tip, alone], "Join\n") : alone
        },
        said("two parents") { shop, tip, isWrong in
            try shop.say(on: tip, by: .dora, parents: isWrong ? [tip, shop.main] : nil)
        },
        said("the same parent twice") { shop, tip, isWrong in
            try shop.say(on: tip, by: .dora, parents: isWrong ? [tip, tip] : nil)
        },
        said("its digests on a tree with other terms") { shop, tip, isWrong in
            guard isWrong else { return try shop.say(on: tip, by: .dora) }
            let other = try shop.propose(TermsText().amended("Else"))
            let honest = try shop.statement(on: tip, by: .dora)
            let aside = try shop.say(on: other, by: .dora, changing: { $0 = honest })
            return try shop.commit(shop.repository.commit(tip).tree, [tip, aside], "Join\n")
        },
    ]

    static let headers: [Attack] = [
        header("an encoding", "encoding ISO-8859-1\n"),
        header("a tag that was merged", "mergetag object 0\n type commit\n"),
        header("a header of its own", "entente yes\n"),
        header("an empty header", "HG:extra\n"),
        header("a second tree", "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"),
        header("a second author", "author Ada <ada@example.org> 1 +0000\n"),
        forged("a signature twice") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let start = text.range(of: "gpgsig "), let end = text.range(of: "\n\n") else {
                return bytes
            }
            let header = text[start.lowerBound..<end.lowerBound]
            return Array((text[..<end.lowerBound] + "\n" + header + text[end.lowerBound...]).utf8)
        },
        forged("the signature in the message") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let start = text.range(of: "gpgsig "), let end = text.range(of: "\n\n") else {
                return bytes
            }
            let header = text[start.lowerBound..<end.lowerBound]
            return Array(
                (text[..<start.lowerBound] + "\n" + header + text[end.lowerBound...]).utf8)
        },
        forged("a signature of another name") {
            Array(swap(String(decoding: $0, as: UTF8.self), "gpgsig ", "gpgsig-sha256 ").utf8)
        },
        forged("a name that goes on in the next line") {
            Array(
                swap(String(decoding: $0, as: UTF8.self), "committer Dora", "committer Do\n ra")
                    .utf8)
        },
        forged("another author than was signed") {
            Array(swap(String(decoding: $0, as: UTF8.self), "author Dora", "author Ada").utf8)
        },
        forged("another text than was signed") {
            Array(swap(String(decoding: $0, as: UTF8.self), "v2\n\n", "v2\n\nGladly.\n\n").utf8)
        },
        forged("a surplus newline in front") {
            Array(swap(String(decoding: $0, as: UTF8.self), "\n\n", "\n\n\n").utf8)
        },
    ]

    static let signatures: [Attack] = [
        sealed("another namespace", Sealing(namespace: "file")),
        sealed("a namespace like ours", Sealing(namespace: "git ")),
        sealed("a namespace with a NUL", Sealing(namespace: "git\0")),
        sealed("no namespace", Sealing(namespace: "")),
        sealed("SHA-1", Sealing(hash: "sha1")), sealed("SHA-384", Sealing(hash: "sha384")),
        sealed("another hash than it says", Sealing(hash: "sha256", hashed: "sha512")),
        sealed("something reserved", Sealing(reserved: [0])),
        sealed("another edition", Sealing(version: 2)),
        sealed("bytes behind it", Sealing(trailing: [0])),
        sealed("lines of 76", Sealing(lineWidth: 76)),
        sealed("one line", Sealing(lineWidth: 10_000)),
        sealed("a newline at its end", Sealing { $0 + "\n" }),
        sealed("a blank line before it", Sealing { "\n" + $0 }),
        sealed(
            "a header inside",
            Sealing { swap($0, "SIGNATURE-----\n", "SIGNATURE-----\nComment: x\n") }),
        sealed("carriage returns", Sealing { swap($0, "\n", "\r\n") }),
        sealed("spaces at the ends of lines", Sealing { swap($0, "\n", " \n") }),
        sealed("two blocks", Sealing { $0 + "\n" + $0 }),
        sealed("no end", Sealing { String($0.dropLast(30)) }),
        sealed("OpenPGP's lines", Sealing { swap($0, "SSH SIGNATURE", "PGP SIGNATURE") }),
        sealed("nothing", Sealing { _ in "" }),
    ]

    @Test(arguments: ["sha256", "sha512"])
    func bothHashesCount(hash: String) throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
        try shop.merge(shop.say(on: tip, by: .dora, sealing: Sealing(hash: hash)))
        #expect(try shop.history().breach == nil)
    }

    @Test func flippedBitsAreNoticed() throws {
        let shop = try Workshop.founded()
        let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
        let honest = try shop.repository.object(shop.say(on: tip, by: .dora)).bytes
        let tree = try #require(try shop.store.termsTree(of: "alliance", in: tip))
        let history = try shop.history()
        // The ids of tree and parent are left alone: objects that are missing are another matter.
        for index in stride(from: 96, to: honest.count, by: 3) {
            var bytes = honest
            bytes[index] ^= 1 << (index % 8)
            guard let id = try? shop.repository.write(commit: bytes) else { continue }
            let judgement = try history.judge(
                "alliance", tree: tree, proposal: id, store: shop.store)
            #expect(!judgement.holds, "byte \(index)")
        }
    }

    // MARK: Shapes of attacks

    private static func said(
        _ what: String, _ make: @escaping @Sendable (Workshop, ObjectID, Bool) throws -> ObjectID
    ) -> Attack {
        Attack("a statement with \(what)", refusedBy: .signOffs) { shop, isWrong in
            let tip = try shop.signOff(shop.propose(TermsText().amended()), by: .ada)
            try shop.merge(make(shop, tip, isWrong))
        }
    }

    private static func reworded(
        _ what: String, _ change: @escaping @Sendable (String) -> String
    ) -> Attack {
        said(what) { shop, tip, isWrong in
            try shop.say(on: tip, by: .dora, rewording: isWrong ? change : { $0 })
        }
    }

    private static func forged(
        _ what: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> Attack {
        said(what) { shop, tip, isWrong in
            try shop.say(on: tip, by: .dora, forging: isWrong ? change : { $0 })
        }
    }

    private static func header(_ what: String, _ text: String) -> Attack {
        said(what) { shop, tip, isWrong in
            try shop.say(on: tip, by: .dora, extra: isWrong ? text : "")
        }
    }

    private static func sealed(_ what: String, _ sealing: Sealing) -> Attack {
        said("a signature with \(what)") { shop, tip, isWrong in
            try shop.say(on: tip, by: .dora, sealing: isWrong ? sealing : Sealing())
        }
    }

    private static func swap(_ text: String, _ old: String, _ new: String) -> String {
        text.replacingOccurrences(of: old, with: new)
    }
}
