internal import Git
public import Terms

extension Workspace {
    /// The digests of the working files of frameworks that have some. Files are read again where the
    /// file system says that somebody may have touched them since, as Git does it.
    ///
    /// This is for screens, and to find out what is worth reading.
    ///
    /// - Throws: `GitError`, also where the workspace is bare.
    public func workingDigests(of frameworks: [String]) throws -> [String: Digest] {
        if frameworks.isEmpty { return [:] }
        let kept = shown?.load(.files) ?? [:]
        var digests: [String: Digest] = [:]
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
                digests[framework] = digest
                continue
            }
            digests[framework] = try workingTerms(of: framework)?.digest
            guard let stamp, let digest = digests[framework] else { continue }
            var writer = PackingWriter()
            writer.add(stamp)
            writer.add(digest.description)
            new.append((key, writer.sealed(as: seal)))
        }
        shown?.save(.files, new, dropping: [])
        return digests
    }
}
