internal import Agreement
internal import SSHSignature
internal import Terms

/// The bytes of `parties.yaml`. A registry that is accepted can be counted with.
@Sendable func readRegistry(_ bytes: [UInt8]) {
    let files = TermsFiles([TermsEntry(path: SectionName.parties.file, bytes: bytes)])
    let wellFormed = WellFormedness(files)
    _ = TermsDocument(files).signingFindings
    let (registry, findings) = Registry.read(wellFormed.parties)
    guard let registry, !findings.contains(where: { $0.severity == .error }) else { return }
    for person in registry.people {
        for key in person.keys {
            expect(registry.owner(of: key)?.id == person.id, "a key has two owners")
            expect(!registry.retired.contains(key.fingerprint), "a retired key is in use")
        }
    }
    for party in registry.parties {
        for rule in party.rules {
            expect(rule.needs >= 1, "a rule needs nobody")
            expect(Set(rule.of).count == rule.of.count, "a rule counts somebody twice")
            let able = rule.of.filter { id in
                registry.person(id).map { $0.party == party.id && !$0.keys.isEmpty } == true
            }
            expect(rule.needs <= able.count, "a rule can't be met")
        }
    }
}
