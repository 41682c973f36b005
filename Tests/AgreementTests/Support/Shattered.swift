import Crypto
import Foundation

/// The first collision of SHA-1 (Stevens and others, 2017, shattered.io): two files that differ in
/// 128 bytes and have one SHA-1.
enum Shattered {
    static var first: [UInt8] {
        get throws { try bytes(differing: left) }
    }

    static var second: [UInt8] {
        get throws { try bytes(differing: right) }
    }

    static func sha1(_ bytes: [UInt8]) -> [UInt8] { Array(Insecure.SHA1.hash(data: bytes)) }

    private static let head =
        "255044462d312e330a25e2e3cfd30a0a0a312030206f626a0a3c3c2f57696474682032203020522f48656967"
        + "68742033203020522f547970652034203020522f537562747970652035203020522f46696c746572203620"
        + "3020522f436f6c6f7253706163652037203020522f4c656e6774682038203020522f42697473506572436f"
        + "6d706f6e656e7420383e3e0a73747265616d0affd8fffe00245348412d3120697320646561642121212121"
        + "852fec092339759c39b1a1c63c4c97e1fffe01"

    private static let left =
        "7f46dc93a6b67e013b029aaa1db2560b45ca67d688c7f84b8c4c791fe02b3df614f86db1690901c56b45c153"
        + "0afedfb76038e972722fe7ad728f0e4904e046c230570fe9d41398abe12ef5bc942be33542a4802d98b5d7"
        + "0f2a332ec37fac3514e74ddc0f2cc1a874cd0c78305a21566461309789606bd0bf3f98cda8044629a1"

    private static let right =
        "7346dc9166b67e118f029ab621b2560ff9ca67cca8c7f85ba84c79030c2b3de218f86db3a90901d5df45c14f"
        + "26fedfb3dc38e96ac22fe7bd728f0e45bce046d23c570feb141398bb552ef5a0a82be331fea48037b8b5d7"
        + "1f0e332edf93ac3500eb4ddc0decc1a864790c782c76215660dd309791d06bd0af3f98cda4bc4629b1"

    private static func bytes(differing: String) throws -> [UInt8] {
        let digits = Array((head + differing).utf8)
        return try stride(from: 0, to: digits.count - 1, by: 2).map { place in
            let pair = String(decoding: digits[place...(place + 1)], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { throw Workshop.Failure("no hex") }
            return byte
        }
    }
}
