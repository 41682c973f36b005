import Foundation

@testable import SSHSignature

extension SSHSignature {
    init(_ text: String) throws {
        try self.init(armoured: Array(text.utf8))
    }
}

/// The bytes inside the armour.
func blob(_ armoured: String) throws -> [UInt8] {
    try Armour.decode(Array(armoured.utf8))
}

/// What reading gives as its error, or "accepted".
func refusal(armoured text: some Sequence<UInt8>) -> String {
    do {
        _ = try SSHSignature(armoured: Array(text))
        return "accepted"
    } catch {
        return error.description
    }
}

func refusal(blob: [UInt8]) -> String {
    refusal(armoured: Armour.encode(blob))
}

func refusal(key blob: [UInt8]) -> String {
    do {
        _ = try PublicKey(blob: blob)
        return "accepted"
    } catch {
        return error.description
    }
}

func refusal(line: String) -> String {
    do {
        _ = try PublicKey.parse(line: line)
        return "accepted"
    } catch {
        return error.description
    }
}

/// The fields of a signature, each to be spoilt alone.
struct Fields {
    var preamble = Array("SSHSIG".utf8)
    var version: UInt32 = 1
    var key: [UInt8]
    var namespace = Array("git".utf8)
    var reserved: [UInt8] = []
    var hash = Array("sha512".utf8)
    var signature: [UInt8]
    var trailing: [UInt8] = []

    init(key: [UInt8], signature: [UInt8]) {
        self.key = key
        self.signature = signature
    }

    /// The fields of the fixed signature, or of another by a key without a device.
    init(of armoured: String = Vectors.ed25519Signature) throws {
        let signature = try SSHSignature(armoured)
        key = signature.publicKey.blob
        namespace = signature.namespace
        hash = Array(signature.hash.name.utf8)
        self.signature = wire(signature.signatureAlgorithm.name, signature.signatureBytes)
    }

    var blob: [UInt8] {
        var writer = WireWriter()
        writer.append(preamble)
        writer.append(uint32: version)
        for field in [key, namespace, reserved, hash, signature] {
            writer.append(string: field)
        }
        writer.append(trailing)
        return writer.bytes
    }
}

/// A name and fields as RFC 4251 strings, and raw bytes after them.
func wire(_ name: String, _ fields: [UInt8]..., raw: [UInt8] = []) -> [UInt8] {
    var writer = WireWriter()
    writer.append(string: name.utf8)
    for field in fields {
        writer.append(string: field)
    }
    writer.append(raw)
    return writer.bytes
}

/// The bytes that hexadecimal digits stand for.
func hex(_ text: String) -> [UInt8] {
    stride(from: 0, to: text.utf8.count, by: 2).compactMap { offset in
        UInt8(text.dropFirst(offset).prefix(2), radix: 16)
    }
}

/// The strings of RFC 4251 at the beginning of the bytes.
func strings(in bytes: [UInt8]) -> [[UInt8]] {
    var reader = WireReader(bytes)
    var strings: [[UInt8]] = []
    while let string = reader.string() { strings.append(string) }
    return strings
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// A directory of its own, in which `ssh-keygen` runs with nothing of this machine's settings.
final class Workshop {
    let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("ssh-signature-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    struct Result {
        var status: Int32
        var output: String
    }

    @discardableResult
    func sshKeygen(_ arguments: String..., input: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
        process.arguments = arguments
        process.environment = ["HOME": directory.path, "LC_ALL": "C"]
        process.currentDirectoryURL = directory
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        if let input {
            process.standardInput = try FileHandle(forReadingFrom: file(input))
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }

    func file(_ name: String) -> URL {
        directory.appendingPathComponent(name)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: file(name))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
    }

    /// A new ed25519 key with the given comment.
    func makeKey(comment: String) throws -> String {
        try sshKeygen("-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", "key")
        return try read("key.pub")
    }

    /// The armoured signature of the message by the key made before.
    func sign(_ message: [UInt8], namespace: String, hash: HashAlgorithm? = nil) throws -> String {
        try write(message, to: "message")
        try? FileManager.default.removeItem(at: file("message.sig"))
        if let hash {
            try sshKeygen(
                "-q", "-Y", "sign", "-n", namespace, "-O", "hashalg=\(hash.name)", "-f", "key",
                "message")
        } else {
            try sshKeygen("-q", "-Y", "sign", "-n", namespace, "-f", "key", "message")
        }
        return try read("message.sig")
    }
}
