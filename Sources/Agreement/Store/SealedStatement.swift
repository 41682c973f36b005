internal import Git
internal import SSHSignature

/// What the bytes of a commit say by themselves: a statement, and whose key signed it.
struct SealedStatement: Sendable {
    let statement: Statement
    let key: PublicKey
    /// What was signed.
    let payload: [UInt8]

    /// Reads the bytes of a commit, and verifies its signature. Pure; linear in their number.
    @Sendable static func read(_ bytes: [UInt8]) -> Result<SealedStatement, NotCounted> {
        do {
            let commit = try SignedCommit(parsing: bytes)
            let statement = try Statement(parsing: commit.commit.message)
            let verdict = commit.signature.verify(commit.payload, namespace: "git")
            if case .invalid(let reason) = verdict {
                return .failure(NotCounted("its signature does not count: \(reason)"))
            }
            return .success(
                SealedStatement(
                    statement: statement, key: commit.signature.publicKey, payload: commit.payload))
        } catch let error as SignedCommit.FormatError {
            return .failure(NotCounted(error.description))
        } catch let error as Statement.FormatError {
            return .failure(NotCounted(error.description))
        } catch {
            return .failure(NotCounted("it can't be read: \(error)"))
        }
    }
}

/// Why a commit is no statement.
struct NotCounted: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
