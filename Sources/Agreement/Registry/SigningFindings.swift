internal import SSHSignature
public import Terms

extension TermsDocument {
    /// Everything that is wrong with the terms, keys included, in reading order: what `check`
    /// shows. The errors among it keep a text from being signed.
    ///
    /// A key of a kind that this version can't verify is an error here and not in ``Registry``:
    /// the registry is well formed, another version may know the kind, and the verdict on what
    /// was agreed must not depend on which version gives it.
    public var signingFindings: [Finding] {
        let section = sections[.parties]
        let unusable = Registry.keyLines(in: section).compactMap { line -> Finding? in
            guard let key = try? PublicKey.parse(line: line.text).key,
                !key.algorithm.isVerifiable
            else { return nil }
            let kinds = KeyAlgorithm.allCases.filter(\.isVerifiable).map(\.name)
            return Finding(
                rule: "unverifiable-key", file: SectionName.parties.file,
                position: section?.positions[line.path], path: line.path,
                message: "this version of entente verifies only \(kinds.joined(separator: ", ")) "
                    + "keys; nothing that `\(line.person)` signs with this "
                    + "\(key.algorithm.name) key counts",
                next: "Make a key with `ssh-keygen -t ed25519` and put its .pub line here")
        }
        return (findings + Registry.read(section).findings + unusable + lockOutFindings)
            .inReadingOrder()
    }
}
