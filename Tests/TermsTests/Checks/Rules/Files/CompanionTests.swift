import Foundation
import Terms
import Testing

/// Terms that name files, and what is found where the workspace holds these.
private func found(_ rule: String, holding files: [String: String]?) -> [Finding] {
    let agreed = Digest(of: bytes("agreed")).digits
    return found(
        rule,
        in: [
            .framework: """
            standard-terms:
              - {id: old, name: Old terms, version: "1", sha256: \(agreed)}
              - {id: own, name: Our terms, version: "2", file: texts/own.md, sha256: \(agreed)}
              - {id: any, name: Any terms, version: "3", file: texts/any.md}

            """,
            .commercials: """
            marketing:
              logos: [{id: logo, party: contoso, file: brand/logo.svg, sha256: \(agreed)}]

            """,
        ], companions: files.map { CompanionFiles($0.mapValues { Digest(of: bytes($0)) }) })
}

struct DigestStaleTests {
    private let whole = ["texts/own.md": "agreed", "brand/logo.svg": "agreed", "texts/any.md": "x"]

    @Test func acceptsTheFilesThatWereAgreed() {
        #expect(found("digest-stale", holding: whole).isEmpty)
        #expect(found("digest-stale", holding: [:]).isEmpty)
        #expect(found("digest-stale", holding: nil).isEmpty)
    }

    @Test(arguments: [
        ("texts/own.md", "framework.standard-terms.own.sha256"),
        ("brand/logo.svg", "commercials.marketing.logos.logo.sha256"),
    ])
    func findsAnotherFile(file: String, term: String) throws {
        let found = found("digest-stale", holding: whole.merging([file: "other"]) { $1 })
        #expect(found.map(\.said) == ["\(term): `\(file)` is not the file that `\(term)` names"])
        let other = Digest(of: bytes("other")).digits
        #expect(found.first?.figures.map(\.value) == [Digest(of: bytes("agreed")).digits, other])
        #expect(found.first?.next?.hasSuffix("entente set \(term) \(other)") == true)
        #expect(found.first?.position != nil)
    }
}

struct FileMissingTests {
    @Test func saysWhatIsNotThere() {
        #expect(
            found("file-missing", holding: ["texts/any.md": "x"]).map(\.said) == [
                "commercials.marketing.logos.logo.file: there is no file `brand/logo.svg` in the "
                    + "workspace",
                "framework.standard-terms.own.file: there is no file `texts/own.md` in the workspace",
            ])
        #expect(found("file-missing", holding: nil).isEmpty)
    }

    @Test func namesWhatToLookFor() {
        let document = Sample.document([
            "framework.yaml": Sample.framework
                + "standard-terms: [{id: a, name: A, version: \"1\", file: a/b.md}]\n"
        ])
        #expect(document.companionPaths == ["a/b.md"])
    }
}
