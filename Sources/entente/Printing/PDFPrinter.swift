internal import Agreement
internal import Foundation

/// Prints a page on paper, through a browser or WeasyPrint.
struct PDFPrinter {
    let environment: WorkspaceEnvironment

    private static let browsers = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    ]

    /// The page as a PDF. Through a browser, the same page and moment give the same bytes.
    ///
    /// - Parameters:
    ///   - html: The page.
    ///   - moment: What the PDF names as its time, in seconds since 1970.
    /// - Returns: The bytes of the file.
    /// - Throws: ``Problem`` where no program for it is installed, or none of them succeeds.
    func pdf(of html: String, moment: Int64) async throws -> Data {
        var failures: [Problem] = []
        for names in [Self.browsers, ["weasyprint"]] {
            guard let program = HelperProgram.first(of: names, environment) else { continue }
            do {
                return try await pdf(of: html, moment: moment, by: program)
            } catch let problem as Problem where problem.code == "helper-failed" {
                failures.append(problem)
            }
        }
        throw failures.first
            ?? Problem(
                "missing-program", .unable, "no program that prints to PDF is installed",
                next: "apt-get install chromium (or weasyprint), or use --format html")
    }

    private func pdf(
        of html: String, moment: Int64, by program: HelperProgram
    ) async throws -> Data {
        try await environment.withTemporaryFolder { folder in
            let page = folder.appendingPathComponent("page.html")
            let sheet = folder.appendingPathComponent("page.pdf")
            try Data(html.utf8).write(to: page)
            let arguments =
                program.name == "weasyprint"
                ? ["--quiet", page.path, sheet.path]
                : Self.arguments(from: page, to: sheet, in: folder)
            try await program.run(arguments, in: folder, moment: moment)
            guard let data = FileManager.default.contents(atPath: sheet.path),
                data.starts(with: Data("%PDF-".utf8))
            else { throw program.failure("no PDF came out") }
            return Self.dated(data, moment)
        }
    }

    /// What a browser is told: no profile but one of its own, no network, and no sandbox only where
    /// it refuses to have one.
    private static func arguments(from page: URL, to sheet: URL, in folder: URL) -> [String] {
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + folder.appendingPathComponent("profile").path,
            "--no-pdf-header-footer", "--generate-pdf-document-outline",
            "--print-to-pdf=" + sheet.path,
        ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
    }

    /// The file with the moment in place of the time of printing, which stands in its first
    /// object (ISO 32000-1, 14.3.3).
    private static func dated(_ file: Data, _ moment: Int64) -> Data {
        var file = file
        let digits = Moments.utc(moment).filter(\.isNumber)
        for name in ["/CreationDate (D:", "/ModDate (D:"] {
            guard let found = file.prefix(4_096).range(of: Data(name.utf8)) else { continue }
            let place = found.upperBound..<(found.upperBound + digits.utf8.count)
            guard digits.utf8.count == 14, place.upperBound <= file.endIndex,
                file[place].allSatisfy({ (0x30...0x39).contains($0) })
            else { continue }
            file.replaceSubrange(place, with: Data(digits.utf8))
        }
        return file
    }
}
