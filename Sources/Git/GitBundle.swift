internal import CGit2

/// References and the objects that they lead to, in one file, as `git bundle` makes and takes it.
public struct GitBundle: Sendable {
    /// What is in it, by name; without `HEAD`, which only says what `git clone` checks out.
    public let references: [Reference]
    /// The commits that have to be there already.
    public let prerequisites: [ObjectID]
    let pack: ArraySlice<UInt8>

    /// Why bytes are no bundle.
    public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as part of a sentence.
        public let description: String
    }

    /// Reads the header; the objects are looked at when they are unpacked.
    ///
    /// - Throws: ``FormatError``.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        var rest = bytes[...]
        func line() throws(FormatError) -> Substring {
            guard let end = rest.firstIndex(of: 10), end - rest.startIndex < 65_536,
                let text = String(validating: rest[..<end], as: UTF8.self)
            else { throw FormatError(description: "its header is cut off or is not text") }
            rest = rest[(end + 1)...]
            return text[...]
        }
        let first = try line()
        guard ["# v2 git bundle", "# v3 git bundle"].contains(first) else {
            throw FormatError(description: "it does not begin as one")
        }
        var references: [Reference] = []
        var prerequisites: [ObjectID] = []
        while true {
            let text = try line()
            if text.isEmpty { break }
            if text.hasPrefix("@") {
                guard text == "@object-format=sha1" else {
                    throw FormatError(description: "it needs \(text.dropFirst()), which is unknown")
                }
            } else if text.hasPrefix("-"), let id = ObjectID(String(text.dropFirst().prefix(40))) {
                prerequisites.append(id)
            } else if let id = ObjectID(String(text.prefix(40))), text.dropFirst(40).first == " " {
                let name = text.dropFirst(41)
                if name != "HEAD" { references.append(Reference(name: String(name), target: id)) }
            } else {
                throw FormatError(description: "a line of its header is neither of its kinds")
            }
        }
        self.references = references
        self.prerequisites = prerequisites
        pack = rest
    }
}

extension Repository {
    /// Takes the objects of a bundle; no reference changes.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/notFound`` where it goes on from something that isn't
    ///   here, ``GitError/Code/invalid`` where it is damaged.
    public func unpack(_ bundle: GitBundle) throws {
        let operation = "read the bundle"
        if let missing = bundle.prerequisites.first(where: { !contains($0) }) {
            throw GitError(
                operation: operation, code: .notFound,
                message: "it goes on from \(missing.short), which is not here")
        }
        guard !bundle.references.allSatisfy({ contains($0.target) }) else { return }
        try UnfinishedPacks(of: self).writing { try write(bundle.pack, operation) }
        if let missing = bundle.references.first(where: { !contains($0.target) }) {
            throw GitError(
                operation: operation, code: .invalid, message: "\(missing.name) is not in it")
        }
    }

    private func write(_ pack: ArraySlice<UInt8>, _ operation: String) throws {
        var made: UnsafeMutablePointer<git_odb_writepack>?
        try call(operation) { git_odb_write_pack(&made, objects.pointer, nil, nil) }
        guard let writer = made else { return }
        defer { writer.pointee.free(writer) }
        var progress = git_indexer_progress()
        do {
            try pack.withUnsafeBytes { bytes in
                _ = try call(operation) {
                    writer.pointee.append(writer, bytes.baseAddress, bytes.count, &progress)
                }
            }
            try call(operation) { writer.pointee.commit(writer, &progress) }
        } catch var error as GitError {
            error.code = .invalid
            throw error
        }
    }

    /// Bytes that `git` and ``unpack(_:)`` take as a bundle: these references and everything that
    /// they lead to. `git clone` checks out the first one.
    ///
    /// - Throws: ``GitError``.
    public func bundle(of references: [Reference]) throws -> [UInt8] {
        let operation = "write the bundle"
        let builder = try Handle(operation, freedBy: git_packbuilder_free) {
            git_packbuilder_new(&$0, pointer)
        }
        let walk = try Handle(operation, freedBy: git_revwalk_free) {
            git_revwalk_new(&$0, pointer)
        }
        for reference in references {
            var oid = reference.target.oid
            try call(operation) { git_revwalk_push(walk.pointer, &oid) }
        }
        try call(operation) { git_packbuilder_insert_walk(builder.pointer, walk.pointer) }
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        try call(operation) { git_packbuilder_write_buf(&buffer, builder.pointer) }
        var bytes = Array("# v2 git bundle\n".utf8)
        if let first = references.first { bytes += Array("\(first.target) HEAD\n".utf8) }
        for reference in references {
            bytes += Array("\(reference.target) \(reference.name)\n".utf8)
        }
        bytes.append(10)
        bytes += UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size)
        return bytes
    }
}
