internal import Agreement
internal import Reports
internal import Terms

/// Terms as a document that people read, with who signed them.
struct ShownTerms {
    let document: TermsDocument
    let cover: DocumentCover
    /// When it was agreed, in seconds since 1970; 0 where it is not.
    let moment: Int64

    /// The document itself.
    var agreement: AgreementDocument { AgreementDocument(document, cover: cover) }

    init(
        _ files: TermsFiles, framework: String, label: String, version: Int?,
        agreed: Int64? = nil, signatures: [Version.Signature]
    ) {
        let document = TermsDocument(files)
        func text(_ group: String, _ id: String, _ field: String) -> String? {
            let path = TermPath(section: "parties").appending(group).appending(id)
            return document[path.appending(field)]?.text
        }
        self.document = document
        moment = agreed ?? 0
        cover = DocumentCover(
            title: document.title ?? framework, framework: framework, state: label,
            version: version, agreed: agreed.map(Moments.day), digest: files.digest.description,
            signatures: signatures.map { signature in
                DocumentCover.Signature(
                    person: signature.name,
                    party: text("parties", signature.party, "name") ?? signature.party,
                    role: text("people", signature.person, "title"),
                    date: Moments.day(signature.seconds), fingerprint: signature.fingerprint)
            },
            notes: [])
    }

    /// What a proposal would put in force.
    init(_ proposal: Proposal) {
        self.init(
            proposal.candidate.proposed.files, framework: proposal.framework,
            label: "the proposal \(proposal.slug)", version: nil,
            signatures: Self.signatures(of: proposal))
    }

    /// The sign-offs that count already, apart from keys that only the proposal adds.
    static func signatures(of proposal: Proposal) -> [Version.Signature] {
        proposal.standing.filter { !proposal.hasUnprovenKey($0.signed) }.map {
            Version.Signature(person: $0.person, signed: $0.signed)
        }
    }
}
