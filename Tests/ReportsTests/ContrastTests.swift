import Foundation
import Reports
import Testing

/// Text can be read in light, in the dark and on paper: WCAG 2.1, 1.4.3 and 1.4.11, level AA.
@Suite struct ContrastTests {
    /// The colours of each block of them in the style sheet: light, dark and paper.
    private let palettes: [[String: Double]] = {
        var palettes: [[String: Double]] = []
        for block in document(example).html().components(separatedBy: ":root {").dropFirst() {
            var palette = palettes.first ?? [:]
            for match in block.prefix(while: { $0 != "}" }).matches(
                of: /--([a-z0-9]+): #([0-9a-f]{3,6});/)
            {
                palette[String(match.1)] = luminance(String(match.2))
            }
            palettes.append(palette)
        }
        return palettes
    }()

    /// Relative luminance (WCAG 2.1).
    private static func luminance(_ colour: String) -> Double {
        let digits = colour.count == 3 ? colour.map { "\($0)\($0)" }.joined() : colour
        let number = Int(digits, radix: 16) ?? 0
        let parts = [number >> 16, number >> 8, number].map { value in
            let part = Double(value & 0xFF) / 255
            return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test func everyColourStandsOut() {
        #expect(palettes.count == 3)
        for palette in palettes {
            func contrast(_ one: String, _ other: String) -> Double {
                guard let one = palette[one], let other = palette[other] else { return 0 }
                return (max(one, other) + 0.05) / (min(one, other) + 0.05)
            }
            for ink in ["ink", "quiet", "link", "warn", "c1", "c2"] {
                #expect(contrast(ink, "paper") >= 4.5, "\(ink)")
                #expect(contrast(ink, "tint") >= 4.5, "\(ink)")
            }
            // What was deleted and inserted.
            #expect(contrast("c1", "gone") >= 4.5 && contrast("c2", "fresh") >= 4.5)
            for bar in 0...5 {
                #expect(contrast("c\(bar)", "on") >= 4.5, "c\(bar)")
                #expect(contrast("c\(bar)", "paper") >= 3, "c\(bar)")
            }
        }
    }
}
