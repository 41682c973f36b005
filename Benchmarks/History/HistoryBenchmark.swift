import Crypto
import Foundation

/// Makes what `run.sh` measures: long histories, and the bare loop of verifications beside them.
@main struct HistoryBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "make":
            var history = try LongHistory(terms: URL(fileURLWithPath: arguments[2]))
            let (pack, main) = try history.make(agreements: Int(arguments[3]) ?? 100)
            try Data(pack).write(to: URL(fileURLWithPath: arguments[4]))
            print(main)
        case "loop":
            try loop(Int(arguments[2]) ?? 1_000)
        default:
            print("usage: HistoryBenchmark make <terms> <agreements> <pack> | loop <signatures>")
        }
    }

    /// Prints the milliseconds that verifying so many ed25519 signatures takes on one core. No two are
    /// the same, as in a history: one that comes again is verified faster.
    private static func loop(_ count: Int) throws {
        let key = Curve25519.Signing.PrivateKey()
        let blob = key.publicKey.rawRepresentation
        let signed = try (0..<count).map { number in
            let message = Data("\(number)".utf8) + Data(repeating: 7, count: 100)
            return (message: message, signature: try key.signature(for: message))
        }
        let start = ContinuousClock.now
        var valid = 0
        for (message, signature) in signed {
            let known = try Curve25519.Signing.PublicKey(rawRepresentation: blob)
            if known.isValidSignature(signature, for: message) { valid += 1 }
        }
        let time = ContinuousClock.now - start
        let milliseconds =
            Double(time.components.attoseconds) / 1e15
            + Double(time.components.seconds) * 1e3
        print(valid == count ? String(format: "%.1f", milliseconds) : "wrong")
    }
}
