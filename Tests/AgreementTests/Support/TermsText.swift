import Foundation

/// The files of some terms, in the making.
struct TermsText {
    /// A signing rule in `parties.yaml`.
    struct Rule {
        var needs = 1
        var of: [String]
        var only: [String] = []
    }

    var uid = "11111111-1111-4111-8111-111111111111"
    var title = "Services"
    var parties: [String: [Rule]] = [
        "northwind": [
            Rule(of: ["ada", "ben"]),
            Rule(of: ["cleo"], only: ["purpose", "clauses/branding"]),
        ],
        "contoso": [Rule(of: ["dora", "emil"])],
    ]
    /// Each key with the person who is to have it.
    var keys: [Actor] = [.ada, .ben, .cleo, .dora, .emil]
    var retired: [String] = []
    /// Files besides framework.yaml and parties.yaml, or in their place.
    var files: [String: String] = ["purpose.yaml": "why: |\n  To sell together.\n"]

    /// Everything, by path.
    func contents() throws -> [String: String] {
        [
            "framework.yaml": """
            schema: 1
            uid: \(uid)
            title: \(title)
            form: contract

            """, "parties.yaml": try registry(),
        ].merging(files) { $1 }
    }

    func registry() throws -> String {
        var text = "parties:\n"
        for (party, rules) in parties.sorted(by: { $0.key < $1.key }) {
            text += "  \(party):\n    name: \(party.capitalized) Ltd\n"
            text += "    kind: \(party == "oversight" ? "independent" : "msp")\n"
            if !rules.isEmpty { text += "    signing:\n" }
            for rule in rules {
                text += "      - needs: \(rule.needs)\n"
                text += "        of: [\(rule.of.joined(separator: ", "))]\n"
                guard !rule.only.isEmpty else { continue }
                text += "        only: [\(rule.only.joined(separator: ", "))]\n"
            }
        }
        text += "people:\n"
        for person in Set(keys.map(\.person)).sorted() {
            let own = keys.filter { $0.person == person }
            text += "  \(person):\n    name: \(person.capitalized) Example\n"
            text += "    party: \(own[0].party)\n    keys:\n"
            for key in own { text += "      - \(try key.keyLine)\n" }
        }
        text += retired.isEmpty ? "retired: []\n" : "retired:\n"
        for fingerprint in retired { text += "  - \(fingerprint)\n" }
        return text
    }

    /// The same terms with something changed.
    func with(_ change: (inout TermsText) throws -> Void) rethrows -> TermsText {
        var copy = self
        try change(&copy)
        return copy
    }

    /// The same terms with another purpose: the plainest amendment.
    func amended(_ why: String = "To grow together.") -> TermsText {
        with { $0.files["purpose.yaml"] = "why: |\n  \(why)\n" }
    }

    /// The same terms with another title, which the first rule of every party covers alone.
    func retitled(_ title: String = "Services, renewed") -> TermsText { with { $0.title = title } }
}
