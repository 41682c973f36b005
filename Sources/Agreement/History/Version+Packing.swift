internal import Git
internal import Terms

extension Version {
    /// Writes the version for ``init(from:)``.
    func pack(into writer: inout PackingWriter) {
        writer.add(number)
        writer.add(digest.description)
        for id in [tree, commit, proposal] { writer.add(id.bytes) }
        writer.add(origin.map { [$0] } ?? []) { writer, origin in
            writer.add(origin.slug)
            writer.add(origin.title)
            writer.add(origin.why)
            writer.add(origin.proposer.name)
            writer.add(origin.proposer.email)
            writer.add(origin.proposer.seconds)
            writer.add(origin.proposer.offsetMinutes)
        }
        writer.add(signatures) { writer, signature in
            for text in [
                signature.person, signature.name, signature.party, signature.fingerprint,
            ] { writer.add(text) }
            writer.add(signature.commit.bytes)
            writer.add(signature.seconds)
        }
        writer.add(changedFiles) { $0.add($1) }
        writer.add(seconds)
    }

    /// Reads what ``pack(into:)`` wrote.
    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        self.init(
            number: try reader.integer(), digest: try reader.digest(), tree: try reader.id(),
            commit: try reader.id(), proposal: try reader.id(),
            origin: try reader.list { reader throws(PackingReader.Damage) in
                ProposalOrigin(
                    slug: try reader.text(), title: try reader.text(), why: try reader.text(),
                    proposer: Identity(
                        name: try reader.text(), email: try reader.text(),
                        seconds: try reader.number(), offsetMinutes: try reader.integer()))
            }.first,
            signatures: try reader.list { reader throws(PackingReader.Damage) in
                Signature(
                    person: try reader.text(), name: try reader.text(), party: try reader.text(),
                    fingerprint: try reader.text(), commit: try reader.id(),
                    seconds: try reader.number())
            },
            changedFiles: try reader.list { reader throws(PackingReader.Damage) in
                try reader.text()
            }, seconds: try reader.number())
    }
}

extension PackingReader {
    mutating func id() throws(Damage) -> ObjectID {
        guard let id = ObjectID(bytes: try part()) else { throw Damage() }
        return id
    }

    mutating func digest() throws(Damage) -> Digest {
        guard let digest = Digest(try text()) else { throw Damage() }
        return digest
    }
}
