internal import Foundation

/// The rules for all text in the terms: UTF-8, NFC, LF, and nothing that a reader can't see.
///
/// Source: format.md, "The YAML that is accepted". A signature covers bytes; these rules make
/// sure that what people read on a screen is what those bytes say.
public enum TextRules {
    /// The text of a file, or what is wrong with its bytes.
    ///
    /// Linear in the size of the file; pure ASCII takes one pass over the bytes.
    public static func read(_ bytes: [UInt8], file: String) -> (text: String?, findings: [Finding])
    {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (nil, [notUTF8(bytes, file: file)])
        }
        if isPlain(bytes) { return (text, []) }
        var findings: [Finding] = []
        var needsNormalisation = false
        var hasWindowsLineEnds = false
        var line = 1
        var column = 1
        var index = text.unicodeScalars.startIndex
        while index < text.unicodeScalars.endIndex {
            let scalar = text.unicodeScalars[index]
            index = text.unicodeScalars.index(after: index)
            if scalar == "\r", text.unicodeScalars[index...].first == "\n" {
                if !hasWindowsLineEnds {
                    findings.append(
                        windowsLineEnds(file, SourcePosition(line: line, column: column)))
                }
                hasWindowsLineEnds = true
            } else if let problem = problem(with: scalar) {
                findings.append(
                    Finding(
                        rule: "forbidden-character", file: file,
                        position: SourcePosition(line: line, column: column), message: problem,
                        next: "Delete the character; an editor may not show it"))
                if findings.count == 20 { return (nil, findings) }
            }
            if scalar.value >= 0x300 { needsNormalisation = true }
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        if needsNormalisation, let position = firstDenormal(in: text) {
            findings.append(
                Finding(
                    rule: "not-normalised", file: file, position: position,
                    message: "the text is not in Unicode's composed form (NFC)",
                    next: "Type the character again, or convert the file to NFC"))
        }
        return (findings.isEmpty ? text : nil, findings)
    }

    /// Whether all of it is printable ASCII, tabs and line feeds, in which nothing can be wrong.
    public static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.oddBytes { $0 == 0x0A || $0 == 0x09 }
        }
    }

    /// What is wrong with a scalar, or nil where it may stand in the terms.
    public static func problem(with scalar: Unicode.Scalar) -> String? {
        let value = scalar.value
        if value >= 0x20, value < 0x7F { return nil }
        switch value {
        case 0x09, 0x0A:
            return nil
        case 0x0D:
            return "a carriage return: lines end in LF alone"
        case 0..<0x20, 0x7F..<0xA0:
            return "the control character \(name(of: scalar))"
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C:
            return "the bidirectional control \(name(of: scalar)), which can disguise text"
        case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF:
            return "the noncharacter \(name(of: scalar))"
        case 0xFEFF:
            return "a byte order mark (U+FEFF)"
        case 0x2028, 0x2029:
            return "the line separator \(name(of: scalar)): lines end in LF alone"
        default:
            return isInvisible(scalar) ? "the invisible character \(name(of: scalar))" : nil
        }
    }

    /// Text with every character that could disguise it shown as `U+XXXX`, for messages that
    /// quote what somebody else wrote.
    public static func visible(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" || problem(with: scalar) == nil {
                shown.unicodeScalars.append(scalar)
            } else {
                shown += "<\(name(of: scalar))>"
            }
        }
        return shown
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0xAD else { return false }
        switch scalar.value {
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800: return true
        default: break
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .format, .control: return true
        default: return false
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }

    private static func notUTF8(_ bytes: [UInt8], file: String) -> Finding {
        var line = 1
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            guard String(validating: bytes[start..<end], as: UTF8.self) != nil else { break }
            line += 1
            start = end + 1
        }
        return Finding(
            rule: "not-utf-8", file: file, position: SourcePosition(line: line, column: 1),
            message: "the file is not UTF-8 text from this line on",
            next: "Save it as UTF-8")
    }

    private static func windowsLineEnds(_ file: String, _ position: SourcePosition) -> Finding {
        Finding(
            rule: "windows-line-ends", file: file, position: position,
            message: "the file has Windows line ends (CRLF); lines end in LF alone",
            next: "Convert it with `dos2unix`, or choose LF in your editor and save it again")
    }

    private static func firstDenormal(in text: String) -> SourcePosition? {
        let composed = text.precomposedStringWithCanonicalMapping
        guard !composed.utf8.elementsEqual(text.utf8) else { return nil }
        let scalars = text.unicodeScalars
        var place = scalars.startIndex
        for (left, right) in zip(scalars, composed.unicodeScalars) {
            if left != right { break }
            place = scalars.index(after: place)
        }
        return SourcePosition(of: place, in: text)
    }
}
