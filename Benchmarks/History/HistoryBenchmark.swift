import Crypto
import Foundation
import Git

/// Makes what `run.sh` measures: long histories, and the bare loop of verifications beside them.
@main struct HistoryBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "make":
            var history = try LongHistory(terms: URL(fileURLWithPath: arguments[2]))
            let (pack, main) = try history.make(
                agreements: Int(arguments[3]) ?? 100,
                records: arguments.count > 5 ? Int(arguments[5]) ?? 0 : 0)
            try Data(pack).write(to: URL(fileURLWithPath: arguments[4]))
            print(main)
        case "key":
            // Who records in the histories that are made is found again by the same name.
            print(try Signer(arguments[2], of: "").privateKey, terminator: "")
        case "many":
            var many = try ManyFrameworks(
                terms: URL(fileURLWithPath: arguments[2]), count: Int(arguments[3]) ?? 100)
            let (pack, references) = try many.make(versions: Int(arguments[4]) ?? 3)
            try Data(pack).write(to: URL(fileURLWithPath: arguments[5]))
            for (name, id) in references { print("create \(name) \(id)") }
        case "loop":
            try loop(Int(arguments[2]) ?? 1_000)
        case "read":
            try read(Repository.open(at: arguments[2]))
        default:
            print(
                "usage: HistoryBenchmark make <terms> <agreements> <pack> [records] | key <person> | "
                    + "many <terms> <frameworks> <versions> <pack> | loop <signatures> | "
                    + "read <repository>")
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
        var valid = 0
        let time = try ContinuousClock().measure {
            for (message, signature) in signed {
                let known = try Curve25519.Signing.PublicKey(rawRepresentation: blob)
                if known.isValidSignature(signature, for: message) { valid += 1 }
            }
        }
        print(valid == count ? milliseconds(time) : "wrong")
    }

    /// Prints the milliseconds that reading the objects takes whose ids come on standard input, each
    /// checked against its id: what nobody can do without who looks at a history.
    private static func read(_ repository: Repository) throws {
        let ids = AnyIterator { readLine() }.compactMap { ObjectID(String($0.prefix(40))) }
        var size = 0
        let time = try ContinuousClock().measure {
            for id in ids { size += try repository.object(id).bytes.count }
        }
        print(size > 0 ? milliseconds(time) : "nothing")
    }

    private static func milliseconds(_ time: Duration) -> String {
        String(format: "%.1f", time / .milliseconds(1))
    }
}
