extension PublicKey {
    /// The line of an `allowed_signers` file that lets `git verify-commit` and `ssh-keygen -Y
    /// verify` accept this key for Git's signatures, without a newline.
    ///
    /// ```
    /// ada@northwind.example namespaces="git" ssh-ed25519 AAAA…
    /// ```
    ///
    /// The first field of such a line is a list of patterns. A principal stands for itself only if
    /// it holds nothing that is special there, for there is no escape. Spaces and a `#` are kept
    /// by quotation marks.
    ///
    /// - Parameter principal: The name that Git will show, such as an e-mail address.
    /// - Returns: The line.
    /// - Throws: ``KeyError`` if the principal is empty, longer than 1,000 bytes, or holds a
    ///   control character or one of `" , * ? !`.
    public func allowedSignersLine(principal: String) throws(KeyError) -> String {
        let bytes = Array(principal.utf8)
        guard (1...1000).contains(bytes.count) else {
            throw KeyError("a principal has 1 to 1000 bytes")
        }
        let special = "\",*?!".utf8
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && !special.contains($0) }) else {
            throw KeyError("a principal holds no control character and none of \" , * ? !")
        }
        let needsQuotes = bytes.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "#") }
        let field = needsQuotes ? "\"\(principal)\"" : principal
        return "\(field) namespaces=\"git\" \(line)"
    }
}
