import Agreement
import Foundation
import Terms

/// A history of many agreements: two parties, a sign-off of each, terms of a usual size of which one
/// file changes every time, and the registry every hundredth time.
struct LongHistory {
    var pack = Pack()
    let signers: [Signer]
    private(set) var files: [String: String]
    private var clock = 1_800_000_000
    private var attributes = ""
    /// The files of each deal, and the tree of its folder.
    private var deals: [String: (files: [(String, String, String)], tree: String)] = [:]

    /// Begins with the terms in a folder, and a registry of two people.
    init(terms folder: URL) throws {
        signers = [try Signer("ada", of: "northwind"), try Signer("dora", of: "contoso")]
        files = [:]
        let manager = FileManager.default
        for path in try manager.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
            files[path] = try String(
                contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        }
        files["parties.yaml"] = registry(round: 0)
    }

    /// Makes the history, with records at its end, and returns the pack and the tip of `main`.
    mutating func make(agreements: Int, records: Int) throws -> (pack: [UInt8], main: String) {
        var main = begin()
        var founding: Digest?
        var base: Digest?
        for version in 1...agreements {
            if version > 1 { change(round: version) }
            let terms = TermsFiles(
                files.map { TermsEntry(path: $0.key, bytes: Array($0.value.utf8)) })
            let root = tree()
            var tip = commit(
                tree: root, parents: [main],
                "Round \(version)\n\nEntente-Proposal: 1\nFramework: bench\nProposal: p\(version)\n"
            )
            for signer in signers {
                let statement = Statement(
                    kind: .signOff, framework: "bench", founding: founding, version: version,
                    base: base, terms: terms.digest, party: signer.party, person: signer.person,
                    text: "\(signer.person) signs these terms for \(signer.party).")
                tip = try commit(tree: root, parents: [tip], statement.message, signedBy: signer)
            }
            main = commit(tree: root, parents: [main, tip], "Agree bench v\(version)\n")
            base = terms.digest
            founding = founding ?? base
        }
        for number in 0..<records {
            record(number)
            main = try commit(
                tree: tree(), parents: [main], "Record \(number)\n",
                signedBy: signers[number % signers.count])
        }
        return (pack.bytes(), main)
    }

    /// The root of a history.
    mutating func begin() -> String {
        attributes = pack.add(.blob, Array("frameworks/** -text\n".utf8))
        return commit(
            tree: tree([("100644", ".gitattributes", attributes)]), parents: [], "Begin\n")
    }

    /// Adds a record: each deal is registered, and then invoiced 29 times.
    private mutating func record(_ number: Int) {
        let deal = "deal-\(number / 30)"
        let party = signers[number % signers.count].party
        let day = CalendarDate(secondsSince1970: Int64(clock)).description
        let isFirst = number % 30 == 0
        let text =
            "on: \(day)\n"
            + (isFirst
                ? "customer: Customer \(number)\nparty: \(party)\n"
                : "number: 2027-\(number)\namount: EUR 1,190.00\ntax: EUR 190.00\n")
        let rest = String(number % 1_000_000 + 1_000_000).dropFirst()
        let moment = day.filter { $0 != "-" } + "T" + rest + "Z"
        let name = "\(moment)-\(isFirst ? "registered" : "invoiced").yaml"
        var files = deals[deal]?.files ?? []
        files.append(("100644", name, pack.add(.blob, Array(text.utf8))))
        deals[deal] = (files, tree(files))
    }

    private mutating func change(round: Int) {
        if round % 100 == 0 {
            files["parties.yaml"] = registry(round: round)
            return
        }
        let names = ["commercials.yaml", "governance.yaml", "clauses/general.md"]
        let name = names[round % 3]
        let lines = (files[name] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("# Round") }
        files[name] = lines.joined(separator: "\n") + "# Round \(round)\n"
    }

    private func registry(round: Int) -> String {
        var text = "parties:\n"
        for signer in signers {
            text += """
                  \(signer.party):
                    name: \(signer.party)
                    kind: other
                    signing:
                      - needs: 1
                        of: [\(signer.person)]

                """
        }
        text += "people:\n"
        for signer in signers {
            text += """
                  \(signer.person):
                    name: \(signer.person)
                    party: \(signer.party)
                    title: Director since round \(round)
                    keys:
                      - \(signer.line)

                """
        }
        return text + "retired: []\n"
    }

    private mutating func tree() -> String {
        var parts = [("40000", "terms", termsTree(files))]
        if !deals.isEmpty {
            let folder = tree(deals.map { ("40000", $0.key, $0.value.tree) })
            parts.append(("40000", "records", tree([("40000", "deals", folder)])))
        }
        return root([("40000", "bench", tree(parts))])
    }

    /// The root of these folders of frameworks.
    mutating func root(_ frameworks: [(mode: String, name: String, id: String)]) -> String {
        tree([
            ("100644", ".gitattributes", attributes), ("40000", "frameworks", tree(frameworks)),
        ])
    }

    mutating func termsTree(_ files: [String: String]) -> String {
        let clauses = files.filter { $0.key.hasPrefix("clauses/") }
        let clauseTree = tree(
            clauses.map {
                ("100644", String($0.key.dropFirst(8)), pack.add(.blob, Array($0.value.utf8)))
            })
        var top = files.filter { !$0.key.contains("/") }.map {
            ("100644", $0.key, pack.add(.blob, Array($0.value.utf8)))
        }
        top.append(("40000", "clauses", clauseTree))
        return tree(top)
    }

    mutating func tree(_ entries: [(mode: String, name: String, id: String)]) -> String {
        let sorted = entries.sorted {
            $0.name + ($0.mode == "40000" ? "/" : "") < $1.name + ($1.mode == "40000" ? "/" : "")
        }
        var bytes: [UInt8] = []
        for entry in sorted {
            bytes += Array("\(entry.mode) \(entry.name)\0".utf8) + Pack.bytes(entry.id)
        }
        return pack.add(.tree, bytes)
    }

    mutating func commit(tree: String, parents: [String], _ message: String) -> String {
        pack.add(.commit, Array(text(tree, parents, "", message).utf8))
    }

    mutating func commit(
        tree: String, parents: [String], _ message: String, signedBy signer: Signer
    ) throws -> String {
        clock += 1
        let signature = try signer.sign(Array(text(tree, parents, "", message).utf8))
        let header = "gpgsig " + signature.replacingOccurrences(of: "\n", with: "\n ") + "\n"
        return pack.add(.commit, Array(text(tree, parents, header, message).utf8))
    }

    private func text(
        _ tree: String, _ parents: [String], _ header: String, _ message: String
    ) -> String {
        let who = "Ada <ada@northwind.example> \(clock) +0000"
        return "tree \(tree)\n" + parents.map { "parent \($0)\n" }.joined()
            + "author \(who)\ncommitter \(who)\n\(header)\n\(message)"
    }
}
