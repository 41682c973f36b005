import TestSupport
import Testing

/// What people see on a terminal, which is narrower than a pipe.
@Suite("On a narrow terminal")
struct NarrowTerminalTests {
    /// What a command prints on a terminal of 60 columns.
    private func shown(_ command: String, in alliance: Alliance) throws -> [String] {
        try alliance.shell("script -qec 'stty cols 60; NO_COLOR=1 \(command)' /dev/null")
            .split(separator: "\r\n").map(String.init)
    }

    @Test("lines break at words, and a fingerprint stays whole")
    func wraps() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "Longer notice", "--why", "To find a successor.",
            "--set", "framework.term.notice=6 months")
        for command in [
            "entente keys", "entente doctor", "entente comment notice --message Fine",
        ] {
            let lines = try shown(command, in: alliance)
            #expect(lines.count > 1, "\(command): \(lines)")
            // The places of the sandbox are words that may be longer than a line.
            for line in lines where !line.contains("/") {
                #expect(line.count <= 60, "\(command): \(line)")
            }
        }
        let keys = try shown("entente keys", in: alliance)
        let fingerprints = keys.filter { $0.hasPrefix("    SHA256:") }
        #expect(fingerprints.count == 2, "\(keys)")
        #expect(fingerprints.allSatisfy { $0.count == "    SHA256:".count + 43 }, "\(keys)")
    }
}
