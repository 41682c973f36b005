/// Which names a tree of ours and a working tree may have.
enum PathRules {
    /// The components of a path with "/" between them.
    ///
    /// - Throws: ``GitError`` of code ``GitError/Code/invalidName``.
    static func components(of path: String, for operation: String) throws -> [[UInt8]] {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map(Array.init)
        guard parts.allSatisfy(isComponent) else {
            throw GitError(
                operation: operation, code: .invalidName,
                message: "\"\(path)\" is not a relative path that Git can hold")
        }
        return parts
    }

    /// Whether bytes can be one name: what `git fsck --strict` refuses can't, and that includes
    /// everything that some file system takes for ".git".
    static func isComponent(_ name: some RandomAccessCollection<UInt8>) -> Bool {
        if isPlain(name) { return true }
        return !name.isEmpty && !name.contains(0) && !name.contains(UInt8(ascii: "/"))
            && !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8)
            && !isGitDirectory(Array(name))
    }

    /// Whether a name is nothing but letters that can't be wrong, as most are; so that few names are
    /// looked at twice.
    private static func isPlain(_ name: some RandomAccessCollection<UInt8>) -> Bool {
        guard let first = name.first, first != UInt8(ascii: ".") else { return false }
        let isShort = first | 0x20 == UInt8(ascii: "g") && name.contains(UInt8(ascii: "~"))
        return !isShort
            && name.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "/") }
    }

    private static func isGitDirectory(_ name: [UInt8]) -> Bool {
        // NTFS: an alternate stream, and trailing dots and spaces, are the same file.
        let stream = name.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\\") }
        var windows = stream[...]
        while windows.last == UInt8(ascii: " ")
            || (windows.last == UInt8(ascii: ".") && windows.count > 1)
        {
            windows.removeLast()
        }
        if [".git", "git~1"].contains(String(decoding: windows, as: UTF8.self).lowercased()) {
            return true
        }
        // HFS+: these characters are ignored.
        let visible = String(decoding: name, as: UTF8.self).unicodeScalars.filter {
            switch $0.value {
            case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(visible)).lowercased() == ".git"
    }
}
