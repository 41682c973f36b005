import Agreement
import Foundation
import Terms

/// Many frameworks in one history, each with some versions, and all but the first with an open
/// proposal that one party has signed.
struct ManyFrameworks {
    private var history: LongHistory
    private var frameworks: [Framework]

    private struct Framework {
        let name: String
        var files: [String: String]
        var folder = ""
        var founding: Digest?
        var base: Digest?
    }

    /// So many frameworks with the terms in a folder, which differ in nothing but their ids.
    init(terms folder: URL, count: Int) throws {
        let history = try LongHistory(terms: folder)
        self.history = history
        frameworks = (1...count).map { number in
            var files = history.files
            let digits = String(number + 100_000_000_000)
            files["framework.yaml"] = (files["framework.yaml"] ?? "")
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map {
                    $0.hasPrefix("uid:") ? "uid: 5f0c2c1e-8d0b-4b7a-9a3e-\(digits)" : String($0)
                }
                .joined(separator: "\n")
            return Framework(name: "deal-\(number)", files: files)
        }
    }

    /// Makes the history, and returns the pack and what references lead to. The one that is called
    /// `before` is where `main` was before its last agreement, which is about the first framework.
    mutating func make(versions: Int) throws -> (pack: [UInt8], references: [(String, String)]) {
        var main = history.begin()
        for version in 1...versions {
            for index in frameworks.indices {
                main = try agree(version, in: index, on: main)
            }
        }
        var references = [("refs/heads/before", main)]
        for index in frameworks.indices.dropFirst() {
            let known = frameworks[index]
            let (tip, _) = try propose(versions + 1, in: index, on: main, signers: 1)
            references.append(("refs/heads/proposals/\(known.name)/p\(versions + 1)", tip))
            frameworks[index] = known
        }
        references.append(("refs/heads/main", try agree(versions + 1, in: 0, on: main)))
        return (history.pack.bytes(), references)
    }

    /// Proposes another text of a framework and puts it in force. Returns what `main` becomes.
    private mutating func agree(
        _ version: Int, in index: Int, on main: String
    ) throws -> String {
        let (tip, tree) = try propose(version, in: index, on: main, signers: 2)
        let files = frameworks[index].files
        frameworks[index].base = Self.terms(files).digest
        frameworks[index].founding = frameworks[index].founding ?? frameworks[index].base
        return history.commit(
            tree: tree, parents: [main, tip],
            "Agree \(frameworks[index].name) v\(version)\n")
    }

    /// Proposes another text of a framework.
    private mutating func propose(
        _ version: Int, in index: Int, on main: String, signers: Int
    ) throws -> (tip: String, tree: String) {
        if version > 1 {
            frameworks[index].files["purpose.yaml", default: ""] += "# Round \(version)\n"
        }
        let framework = frameworks[index]
        let terms = history.termsTree(framework.files)
        frameworks[index].folder = history.tree([("40000", "terms", terms)])
        let tree = history.root(
            frameworks.filter { !$0.folder.isEmpty }.map { ("40000", $0.name, $0.folder) })
        var tip = history.commit(
            tree: tree, parents: [main],
            "Round \(version)\n\nEntente-Proposal: 1\nFramework: \(framework.name)\n"
                + "Proposal: p\(version)\n")
        for signer in history.signers.prefix(signers) {
            let statement = Statement(
                kind: .signOff, framework: framework.name, founding: framework.founding,
                version: version, base: framework.base, terms: Self.terms(framework.files).digest,
                party: signer.party, person: signer.person,
                text: "\(signer.person) signs these terms for \(signer.party).")
            tip = try history.commit(
                tree: tree, parents: [tip], statement.message, signedBy: signer)
        }
        return (tip, tree)
    }

    private static func terms(_ files: [String: String]) -> TermsFiles {
        TermsFiles(files.map { TermsEntry(path: $0.key, bytes: Array($0.value.utf8)) })
    }
}
