internal import Agreement
internal import SSHSignature
internal import Terms

/// The keys of those who sign, as far as they are known when a framework is started.
struct NewKeys {
    let console: Console
    let keygen: SSHKeygen
    /// Whether somebody can be asked.
    let isAsking: Bool

    /// The line of the founder's public key: the one that was named or that Git is set to, else
    /// what a person chooses, where one can be asked, else the only one at hand.
    ///
    /// - Throws: `Problem` where a key that was named can't be used.
    func mine(named path: String?, in workspace: Workspace) async throws -> String? {
        do {
            return try await keygen.findKey(named: path, in: workspace, known: []).publicKey.line
        } catch let problem as Problem where path == nil {
            console.detail("No key was filled in: \(problem.message)")
        }
        if !isAsking, let key = try await keygen.soleKey()?.publicKey {
            console.note("Your key is filled in: \(key.fingerprint)")
            return key.line
        }
        return asked(
            "Which key do you sign with?", proposed: keygen.keyFiles.first.map { $0 + ".pub" })
    }

    /// The line of the partner's public key, where a person has it at hand.
    func theirs(of person: NewNames.Name) -> String? {
        asked("Where is the public key of \(person.name ?? person.id)?", proposed: nil)
    }

    /// Asks until the answer is a key, or there is none.
    private func asked(_ question: String, proposed: String?) -> String? {
        guard isAsking else { return nil }
        var proposed = proposed
        while true {
            let hint = proposed.map { "[\($0)]" } ?? "(a .pub file or its line; Enter for later)"
            let said = console.ask(TextRules.visible("\(question) \(hint)"))
            guard let answer = said ?? proposed, answer != "later" else { return nil }
            // What can't be read is not proposed again.
            if said == nil { proposed = nil }
            do throws(Problem) {
                return try KeyArgument.read(keygen.expanding(answer)).key.line
            } catch {
                console.note("  " + TextRules.visible("\(error.message). \(error.next ?? "")"))
            }
        }
    }
}
