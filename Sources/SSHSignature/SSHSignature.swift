/// A detached signature in OpenSSH's SSHSIG format (PROTOCOL.sshsig), read strictly.
///
/// ```swift
/// let signature = try SSHSignature(armoured: bytes)
/// guard registry.contains(signature.publicKey) else { … }
/// switch signature.verify(message, namespace: "git") {
/// case .valid: …
/// case .invalid(let reason): print(reason)
/// }
/// ```
///
/// A value of this type is well formed and nothing more: until ``verify(_:namespace:)`` says
/// ``Verdict/valid``, ``publicKey`` is only whom the signature claims to be by. And a valid
/// signature says which key signed; whose key that is, the registry says.
public struct SSHSignature: Sendable, Equatable {
    /// The key that the signature claims to be made with.
    public let publicKey: PublicKey

    /// What the signature is for, such as `git`. Never empty; bytes, since anyone wrote them.
    public let namespace: [UInt8]

    /// The hash of the message that was signed.
    public let hash: HashAlgorithm

    /// How it was signed, and the signature proper; always fit for ``publicKey``.
    private let field: SignatureField

    /// How it was signed; always fit for ``publicKey``.
    public var signatureAlgorithm: SignatureAlgorithm { field.algorithm }

    /// The signature proper: for ed25519, R and S, 64 bytes.
    public var signatureBytes: [UInt8] { field.value }

    /// Reads the armoured text.
    ///
    /// - Parameter armoured: The text as `ssh-keygen -Y sign` writes it, byte for byte, with the
    ///   newline after its last line or without.
    /// - Throws: ``SSHSignatureError`` if it is anything else.
    public init(armoured: [UInt8]) throws(SSHSignatureError) {
        try self.init(blob: Armour.decode(armoured))
    }

    /// Reads what is inside the armour.
    init(blob: [UInt8]) throws(SSHSignatureError) {
        var reader = WireReader(blob)
        guard let preamble = reader.read(Self.preamble.count), preamble == Self.preamble else {
            throw SSHSignatureError("the signature does not begin with SSHSIG")
        }
        guard let version = reader.uint32() else { throw .cutOff("version") }
        guard version == 1 else {
            throw SSHSignatureError("the signature's version is \(version) instead of 1")
        }
        guard let keyBlob = reader.string() else { throw .cutOff("public key") }
        do {
            publicKey = try PublicKey(blob: keyBlob)
        } catch {
            throw SSHSignatureError("the signature's public key: \(error.description)")
        }
        guard let namespace = reader.string() else { throw .cutOff("namespace") }
        guard !namespace.isEmpty else {
            throw SSHSignatureError("the signature's namespace is empty")
        }
        self.namespace = namespace
        guard let reserved = reader.string() else { throw .cutOff("reserved field") }
        guard reserved.isEmpty else {
            throw SSHSignatureError("the signature's reserved field is not empty")
        }
        guard let hashName = reader.string() else { throw .cutOff("hash") }
        guard let hash = HashAlgorithm(name: hashName) else {
            throw SSHSignatureError(
                "the signature's hash is \(printable(hashName)) instead of sha256 or sha512")
        }
        self.hash = hash
        guard let field = reader.string() else { throw .cutOff("value") }
        guard reader.isAtEnd else {
            throw SSHSignatureError(
                "the signature has surplus bytes at its end")
        }
        self.field = try SignatureField(field, for: publicKey)
    }

    /// The one text of this signature, as `ssh-keygen` writes it, with a newline at its end.
    ///
    /// What ``init(armoured:)`` read is this text, but for that last newline.
    public var armoured: String {
        var writer = WireWriter()
        writer.append(Self.preamble)
        writer.append(uint32: 1)
        writer.append(string: publicKey.blob)
        writer.append(string: namespace)
        writer.append(string: [])
        writer.append(string: hash.name.utf8)
        writer.append(string: field.bytes)
        return String(decoding: Armour.encode(writer.bytes), as: UTF8.self)
    }

    /// Says whether ``publicKey`` signed `message` for `namespace`.
    ///
    /// - Parameters:
    ///   - message: What was signed, byte for byte.
    ///   - namespace: What it has to be signed for: `git` for commits. Compared as UTF-8 bytes.
    /// - Returns: ``Verdict/valid``, or the first reason why not.
    /// - Complexity: Linear in the length of the message.
    public func verify(_ message: [UInt8], namespace: String) -> Verdict {
        guard self.namespace.elementsEqual(namespace.utf8) else {
            return .invalid(.otherNamespace(found: self.namespace, expected: namespace))
        }
        return publicKey.material.verify(field, message: signedData(message))
    }

    private static let preamble = Array("SSHSIG".utf8)

    /// The bytes that the key signs in the message's place.
    private func signedData(_ message: [UInt8]) -> [UInt8] {
        var writer = WireWriter()
        writer.append(Self.preamble)
        writer.append(string: namespace)
        writer.append(string: [])
        writer.append(string: hash.name.utf8)
        writer.append(string: hash.digest(message))
        return writer.bytes
    }
}

/// Why bytes are not a signature, in words for a person.
public struct SSHSignatureError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A sentence without capital letter and full stop.
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    static func cutOff(_ field: String) -> SSHSignatureError {
        SSHSignatureError("the signature is cut off at its \(field)")
    }
}
