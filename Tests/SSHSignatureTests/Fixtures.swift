import Foundation

@testable import SSHSignature

/// Keys and signatures in `Fixtures`, by file name.
enum Fixtures {
    /// The key in `<name>.pub`.
    static func key(_ name: String) throws -> PublicKey {
        try PublicKey.parse(line: text(name + ".pub")).key
    }

    /// The armoured signature in `<name>.sig`.
    static func signature(_ name: String) throws -> String {
        try text(name + ".sig")
    }

    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try String(
            contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    }
}

/// What verifying gives: "valid", or why the text is refused or does not count.
func verdict(_ armoured: String, of message: [UInt8] = Vectors.message) -> String {
    do {
        switch try SSHSignature(armoured: Array(armoured.utf8)).verify(message, namespace: "git") {
        case .valid: return "valid"
        case .invalid(let reason): return reason.description
        }
    } catch {
        return "\(error)"
    }
}

/// What verifying the spoilt fields gives.
func verdict(_ fields: Fields, of message: [UInt8] = Vectors.message) -> String {
    verdict(String(decoding: Armour.encode(fields.blob), as: UTF8.self), of: message)
}

/// What verifying gives where another key or message was put in.
let doesNotFit = SSHSignature.Reason.doesNotFit.description
