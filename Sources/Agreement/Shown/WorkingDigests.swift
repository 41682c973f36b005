internal import Git
public import Terms

extension Workspace {
    /// The digests of the working files of frameworks that have some. Files are read again where the
    /// file system says that somebody may have touched them since, as Git does it; and only once by
    /// a command, even where it writes some later.
    ///
    /// This is for screens, and to find out what is worth reading.
    ///
    /// - Throws: `GitError`, also where the workspace is bare.
    public func workingDigests(of frameworks: [String]) throws -> [String: Digest] {
        let asked = frameworks.filter { lookedAt[$0] == nil }
        if !asked.isEmpty { try look(at: asked) }
        return Dictionary(
            uniqueKeysWithValues: Set(frameworks).compactMap { framework in
                lookedAt[framework].flatMap(\.self).map { (framework, $0) }
            })
    }

    private func look(at frameworks: [String]) throws {
        let kept = shown?.load(.files) ?? [:]
        var new: [(key: [UInt8], value: [UInt8])] = []
        let files = try repository.workingStamps()
        let stamps = frameworks.mapOnAllCores { framework in
            Result { try files.stamp(under: TermsStore.path(of: framework)) }
        }
        for (framework, stamp) in zip(frameworks, stamps) {
            let stamp = try stamp.get()
            let key = Array(framework.utf8)
            let seal = shown?.seal(.files, key) ?? ""
            if let stamp, let value = kept[key],
                var reader = try? PackingReader(value, sealedAs: seal),
                let known = try? reader.part(), known.elementsEqual(stamp),
                let digest = try? reader.digest()
            {
                lookedAt[framework] = digest
                continue
            }
            let digest = try workingTerms(of: framework)?.digest
            lookedAt[framework] = .some(digest)
            guard let stamp, let digest else { continue }
            var writer = PackingWriter()
            writer.add(stamp)
            writer.add(digest.description)
            new.append((key, writer.sealed(as: seal)))
        }
        shown?.save(.files, new, dropping: [])
    }
}
