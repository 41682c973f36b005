import Foundation
import TestSupport
import Testing

/// `show` into files of every format, with other programs that print, fail or are missing.
@Suite("Documents")
struct DocumentTests {
    /// A folder of programs for `PATH`: Git and OpenSSH, and what a test puts there.
    private func programs(
        _ scripts: [String: String], in alliance: Alliance, person: Person = .ada
    ) throws -> String {
        let folder = "\(alliance.sandbox.path)/programs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        for (name, script) in scripts {
            let made = FileManager.default.createFile(
                atPath: "\(folder)/\(name)", contents: Data("#!/bin/sh\n\(script)\n".utf8),
                attributes: [.posixPermissions: 0o755])
            #expect(made)
        }
        return folder
    }

    /// A browser that notes what it is told, and prints a PDF with the time of today.
    private let browser = """
        out=; profile=
        for word in "$@"; do case $word in
            --print-to-pdf=*) out=${word#*=} ;;
            --user-data-dir=*) profile=${word#*=} ;;
            file://*) page=${word#file://} ;;
        esac; done
        /bin/grep -c 'size: letter' "$page" >> "${0%/*}/told"
        echo "$HOME $profile $TZ ${SSH_AUTH_SOCK-none}" >> "${0%/*}/told"
        printf '%%PDF-1.4 /CreationDate (D:20991231235959) /ModDate (D:20991231235959) end' > "$out"
        """

    @Test("a PDF comes from a browser that sees nothing else, and has the time of the agreement")
    func pdf() throws {
        let alliance = try Alliance.founded()
        let path = try programs(["chromium": browser], in: alliance)
        let file = alliance.sandbox.path + "/agreement.PDF"
        let outcome = try alliance.run(
            ["show", "--output", file, "--paper", "letter"],
            with: ["PATH": path, "SSH_AUTH_SOCK": "/nowhere"])
        #expect(outcome.code == 0 && outcome.errors == "Written to \(file)\n", "\(outcome)")
        let pdf = try String(contentsOfFile: file, encoding: .utf8)
        #expect(
            pdf.wholeMatch(
                of: /%PDF-1.4 \/CreationDate \(D:(20270104\d{6})\) \/ModDate \(D:\1\) end/) != nil,
            "\(pdf)")
        let told = try String(contentsOfFile: path + "/told", encoding: .utf8)
        let words = told.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(words.count == 5 && words[0] == "1" && words[3...] == ["UTC", "none"], "\(told)")
        // The folder that it lived in is gone.
        #expect(words[1].hasPrefix(alliance.sandbox.path + "/tmp/entente-"))
        #expect(words[2] == words[1] + "/profile")
        #expect(!FileManager.default.fileExists(atPath: words[1]))
    }

    @Test("the page of a meeting is printed as well, with the time of its day")
    func auditPDF() throws {
        let alliance = try Alliance.founded()
        let path = try programs(["chromium": browser], in: alliance)
        let file = alliance.sandbox.path + "/meeting.pdf"
        let outcome = try alliance.run(
            ["audit", "--at", "2027-04-20", "--output", file], with: ["PATH": path])
        #expect(outcome.code == 0, "\(outcome)")
        let pdf = try String(contentsOfFile: file, encoding: .utf8)
        #expect(pdf.contains("/CreationDate (D:20270420000000)"), "\(pdf)")
    }

    @Test("the next program prints where the first one fails")
    func fallback() throws {
        let alliance = try Alliance.founded()
        let path = try programs(
            [
                "google-chrome": "echo 'No usable sandbox!' >&2; exit 1",
                "weasyprint": "printf '%%PDF-1.7' > \"$3\"",
            ], in: alliance)
        let outcome = try alliance.run(["show", "--format", "pdf"], with: ["PATH": path])
        #expect(outcome.code == 0 && outcome.output == "%PDF-1.7", "\(outcome)")
    }

    @Test("a program that is missing or fails is named, and no file is touched")
    func failures() throws {
        let alliance = try Alliance.founded()
        let file = alliance.sandbox.path + "/kept"
        try Data("kept".utf8).write(to: URL(fileURLWithPath: file))
        func refused(_ format: String, _ scripts: [String: String]) throws -> String {
            let outcome = try alliance.run(
                ["show", "--format", format, "--output", file, "--verbose"],
                with: ["PATH": try programs(scripts, in: alliance)])
            #expect(outcome.code == 2 && outcome.output.isEmpty)
            #expect(FileManager.default.contents(atPath: file) == Data("kept".utf8))
            return outcome.errors
        }
        #expect(
            try refused("pdf", [:]) == """
                entente: no program that prints to PDF is installed
                  next:  apt-get install chromium (or weasyprint), or use --format html

                """)
        #expect(
            try refused("docx", [:]) == """
                entente: pandoc, which writes documents for Word, is missing
                  next:  apt-get install pandoc, or use --format html

                """)
        let failing = try refused(
            "pdf", ["chromium": "echo no; echo 'No \u{1B}[2Jsandbox' >&2; false"])
        #expect(
            failing == """
                entente: chromium could not make the document
                  next:  Try --format html, and print that from a browser
                  detail: No <U+001B>[2Jsandbox

                """, "\(failing)")
        #expect(try refused("pdf", ["chromium": "exit 0"]).contains("no PDF came out"))
        #expect(try refused("docx", ["pandoc": "exit 0"]).contains("no document came out"))
        #expect(try alliance.shell("find ../tmp -name 'entente-*'").isEmpty)
    }

    @Test("the same agreement gives the same bytes in other zones and languages")
    func sameBytes() throws {
        let alliance = try Alliance.founded()
        for format in ["text", "markdown", "html", "json"] {
            let here = try alliance.run(["show", "--format", format])
            let there = try alliance.run(
                ["show", "--format", format],
                with: ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"])
            #expect(here.code == 0 && here.output == there.output)
            #expect(here.output.hasSuffix("\n") && !here.output.hasSuffix("\n\n"))
            let file = "\(alliance.sandbox.path)/document"
            try alliance.must("show", "--format", format, "--output", file)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == here.output)
        }
    }

    @Test("the name of the file says which format it has, unless another one is named")
    func formats() throws {
        let alliance = try Alliance.founded()
        for (file, start) in [
            ("a.html", "<!DOCTYPE html>"), ("a.HTM", "<!DOCTYPE html>"), ("a.md", "# Northwind"),
            ("a.json", "{\n"), ("a.txt", "Northwind and"), ("a", "Northwind and"),
        ] {
            let path = "\(alliance.sandbox.path)/\(file)"
            try alliance.must("show", "--output", path)
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(start), "\(file)")
        }
        let path = alliance.sandbox.path + "/b.html"
        try alliance.must("show", "--output", path, "--format", "markdown")
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# Northwind"))
        try alliance.must("show", "--output", path, "--json")
        let json = try #require(JSON(String(contentsOfFile: path, encoding: .utf8)))
        #expect(json["agreed"].text == "2027-01-04")
    }

    @Test("colours and pages for paper stay off a terminal's files and a terminal")
    func terminals() throws {
        let alliance = try Alliance.founded()
        let file = alliance.sandbox.path + "/file.txt"
        let shown = try alliance.shell(
            "export TERM=xterm; script -qec 'entente show' /dev/null; "
                + "script -qec 'entente show --output \(file)' /dev/null; "
                + "script -qec 'entente show --format pdf' /dev/null || echo refused")
        #expect(shown.contains("\u{1B}[1m"))
        #expect(shown.contains("a pdf file is nothing for a terminal"))
        #expect(shown.contains("--output agreement.pdf") && shown.contains("refused"))
        #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("\u{1B}"))
    }
}
