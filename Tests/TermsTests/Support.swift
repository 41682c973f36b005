import Foundation
import Terms
import Testing

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Files from texts by path.
func files(_ texts: [String: String]) -> TermsFiles {
    TermsFiles(texts.map { TermsEntry(path: $0.key, bytes: bytes($0.value)) })
}

/// A section from its text.
func section(_ name: SectionName, _ text: String) -> Section {
    Section(name, bytes: bytes(text))
}

/// The findings about the text of a section by itself, in brief.
func findings(in name: SectionName, _ text: String) -> [String] {
    section(name, text).findings.map(\.brief)
}

extension Finding {
    /// `unknown-key 3:5`
    var brief: String { rule + (position.map { " \($0)" } ?? "") }

    /// `purpose.yaml:3:5 unknown-key`
    var placed: String { "\(place) \(rule)" }
}

/// The smallest terms without a finding, with a key for everybody who signs.
enum Sample {
    static let framework = """
        schema: 1
        uid: 5f0c2c1e-8d0b-4b7a-9a3e-2f6d1c7be914
        title: Sample
        form: contract

        """

    static let parties = """
        parties:
          contoso:
            name: Contoso
            kind: isv
            signing:
              - needs: 1
                of: [dora]
          northwind:
            name: Northwind
            kind: msp
            signing:
              - needs: 2
                of: [ada, ben]
        people:
          ada:
            name: Ada
            party: northwind
            keys: [ssh-ed25519 AAAA1 ada]
          ben:
            name: Ben
            party: northwind
            keys: [ssh-ed25519 AAAA2 ben]
          dora:
            name: Dora
            party: contoso
            keys: [ssh-ed25519 AAAA3 dora]

        """

    /// The sample with some files added or replaced.
    static func document(_ texts: [String: String] = [:]) -> TermsDocument {
        TermsDocument(files(with(texts)))
    }

    static func with(_ texts: [String: String]) -> [String: String] {
        ["framework.yaml": framework, "parties.yaml": parties].merging(texts) { $1 }
    }

    /// The findings where a part of the registry reads differently.
    static func registry(replacing old: String, with new: String) -> [Finding] {
        let text = parties.replacingOccurrences(of: old, with: new)
        #expect(text != parties, "the registry has no \(old)")
        return RegistryFindings.of(section(.parties, text))
    }
}

/// Agreements that are kept beside the sources.
enum Agreements {
    static let example = "examples/northwind-contoso/terms"
    static let template = "templates/contract/terms"

    /// The folder of all templates and examples.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("frameworks")

    /// The entries of one of the agreements, sorted by path.
    static func entries(_ name: String) throws -> [TermsEntry] {
        let root = root.appendingPathComponent(name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try paths.sorted().compactMap { path in
            let url = root.appendingPathComponent(path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
                return nil
            }
            return TermsEntry(path: path, bytes: Array(try Data(contentsOf: url)))
        }
    }

    /// The text of one file of the example.
    static func text(of file: String) throws -> String {
        let entry = try entries(example).first { $0.path == file }
        return String(decoding: try #require(entry).bytes, as: UTF8.self)
    }
}

/// A small deterministic generator of pseudo-random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to a bound that is at least 1.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
