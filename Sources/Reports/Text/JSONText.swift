internal import Foundation
internal import Terms

/// JSON with sorted keys, indented, with slashes as they are: the same bytes everywhere.
public enum JSONText {
    /// A value as a document, without a final line feed.
    ///
    /// Characters that could disguise text or steer a terminal are written as `\u` escapes:
    /// nothing is lost, and nothing of it reaches a terminal.
    ///
    /// - Throws: `EncodingError`.
    public static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        var result = ""
        for scalar in text.unicodeScalars {
            if TextRules.problem(with: scalar) == nil {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in UTF16.encode(scalar) ?? .init() {
                    let hex = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                }
            }
        }
        return result
    }
}
