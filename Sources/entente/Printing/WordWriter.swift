internal import Agreement
internal import Foundation
internal import Reports

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
        try await environment.withTemporaryFolder { folder in
            let pandoc = try program("pandoc", "writes documents for Word")
            return try await docx(of: markdown, "commonmark+pipe_tables", pandoc, folder, moment)
        }
    }

    /// A document with tracked changes as a `.docx` file. The same document and moment give the
    /// same bytes.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - moment: What the file names as its time, in seconds since 1970.
    /// - Returns: The bytes of the file.
    /// - Throws: ``Problem`` where pandoc, unzip or zip is not installed, or fails.
    func docx(of document: TrackedDocument, moment: Int64) async throws -> Data {
        try await environment.withTemporaryFolder { folder in
            let pandoc = try program("pandoc", "writes documents for Word")
            let unzip = try program("unzip", "opens documents for Word")
            let zip = try program("zip", "closes documents for Word")
            _ = try await docx(
                of: document.markdown(), "commonmark+pipe_tables+bracketed_spans", pandoc, folder,
                moment)
            let part = "word/document.xml"
            try await unzip.run(["-q", "-o", "document.docx", part], in: folder, moment: moment)
            let file = folder.appendingPathComponent(part)
            guard let xml = FileManager.default.contents(atPath: file.path) else {
                throw unzip.failure("no text came out")
            }
            try Data(TrackedMarks.completed(Array(xml))).write(to: file)
            // The time of the file stands in the archive.
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: Double(max(moment, Self.first)))],
                ofItemAtPath: file.path)
            try await zip.run(["-q", "-X", "document.docx", part], in: folder, moment: moment)
            return try written(in: folder, by: zip)
        }
    }

    /// The first time that an archive can name, 1980-01-01.
    private static let first: Int64 = 315_532_800

    private func program(_ name: String, _ task: String) throws -> HelperProgram {
        guard let program = HelperProgram.first(of: [name], environment) else {
            throw Problem(
                "missing-program", .unable, "\(name), which \(task), is missing",
                next: "apt-get install \(name), or use --format html")
        }
        return program
    }

    private func docx(
        of markdown: String, _ form: String, _ pandoc: HelperProgram, _ folder: URL, _ moment: Int64
    ) async throws -> Data {
        let source = folder.appendingPathComponent("document.md")
        try Data(markdown.utf8).write(to: source)
        try await pandoc.run(
            [
                "--from=" + form, "--to=docx", "--toc", "--toc-depth=3", "--output=document.docx",
                source.path,
            ], in: folder, moment: moment)
        return try written(in: folder, by: pandoc)
    }

    private func written(in folder: URL, by program: HelperProgram) throws -> Data {
        let path = folder.appendingPathComponent("document.docx").path
        guard let data = FileManager.default.contents(atPath: path),
            data.starts(with: Data("PK".utf8))
        else { throw program.failure("no document came out") }
        return data
    }
}
