import Foundation
import Redline
import Reports
import Terms
import TestSupport

/// The folder of the templates and examples.
private let frameworks = URL(filePath: SourceTree.root).appending(path: "frameworks")

/// The names of the `templates` or `examples`, sorted.
func frameworkNames(in kind: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
        atPath: frameworks.appending(path: kind).path
    ).sorted()
}

/// Real terms, from `frameworks/`.
func terms(in folder: String) -> TermsDocument {
    let root = frameworks.appending(path: "\(folder)/terms")
    let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? [])
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
    return TermsDocument(
        TermsFiles(
            paths.compactMap { path in
                (try? Data(contentsOf: root.appending(path: path))).map {
                    TermsEntry(path: path, bytes: Array($0))
                }
            }))
}

let example = terms(in: "examples/northwind-contoso")
let template = terms(in: "templates/contract")

/// A small registry.
let registry = """
    parties:
      acme: {name: Acme Ltd, kind: msp, signing: [{needs: 1, of: [ann]}]}
      bolt: {name: Bolt GmbH, kind: isv, signing: [{needs: 1, of: [bea]}]}
    people:
      ann: {name: Ann Ash, party: acme, title: Director, keys: [ssh-ed25519 AAAA ann]}
      bea: {name: Bea Birk, party: bolt}
    """

let framework = """
    schema: 1
    uid: 5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
    title: Small agreement
    form: contract
    binding: true
    """

/// Terms with a small registry and these files.
func terms(_ files: [String: String]) -> TermsDocument {
    let all = ["framework.yaml": framework, "parties.yaml": registry]
        .merging(files) { $1 }
    return TermsDocument(
        TermsFiles(all.map { TermsEntry(path: $0.key, bytes: Array($0.value.utf8)) }))
}

func document(_ terms: TermsDocument) -> AgreementDocument {
    AgreementDocument(
        terms, cover: DocumentCover(framework: "small", state: "version 1", digest: "sha256:0"))
}

func report(_ old: TermsDocument?, _ new: TermsDocument?) -> ComparisonReport {
    ComparisonReport(
        Comparison(from: old, to: new),
        header: ComparisonHeader(framework: "small", from: "version 1", to: "version 2"),
        names: Names(new, old))
}

/// The chapter of a document from a heading to the next one of its kind.
func chapter(_ heading: String, of text: String, until end: String) -> String {
    guard let start = text.range(of: heading), let stop = text.range(of: end),
        start.lowerBound < stop.lowerBound
    else { return text }
    return String(text[start.lowerBound..<stop.lowerBound])
}

/// How many columns a line takes, counted apart from the code under test.
func columns(_ line: Substring) -> Int {
    line.unicodeScalars.count { scalar in
        scalar.properties.generalCategory != .nonspacingMark
    } + line.unicodeScalars.count { (0x2E80...0xD7A3).contains($0.value) }
}
