internal import Agreement
internal import Foundation

/// Writes a document for Word, through pandoc.
struct WordWriter {
    let environment: WorkspaceEnvironment

    /// The document as a `.docx` file. The same document and moment give the same bytes.
    ///
    /// - Parameters:
    ///   - markdown: The document, in which nothing is run or loaded.
    ///   - moment: What the file names as its time, in seconds since 1970.
    /// - Returns: The bytes of the file.
    /// - Throws: ``Problem`` where pandoc is not installed, or fails.
    func docx(of markdown: String, moment: Int64) async throws -> Data {
        guard let pandoc = HelperProgram.first(of: ["pandoc"], environment) else {
            throw Problem(
                "missing-program", .unable, "pandoc, which writes documents for Word, is missing",
                next: "apt-get install pandoc, or use --format html")
        }
        return try await environment.withTemporaryFolder { folder in
            let source = folder.appendingPathComponent("document.md")
            let document = folder.appendingPathComponent("document.docx")
            try Data(markdown.utf8).write(to: source)
            try await pandoc.run(
                [
                    "--from=commonmark+pipe_tables", "--to=docx", "--toc", "--toc-depth=3",
                    "--output=" + document.path, source.path,
                ], in: folder, moment: moment)
            guard let data = FileManager.default.contents(atPath: document.path),
                data.starts(with: Data("PK".utf8))
            else { throw pandoc.failure("no document came out") }
            return data
        }
    }
}
