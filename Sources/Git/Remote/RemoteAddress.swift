/// Where another copy of a repository is, as people write it.
public enum RemoteAddress: Hashable, Sendable {
    /// A folder on this machine.
    case folder(String)
    /// A path on a machine that is reached by SSH.
    case ssh(host: String, user: String?, port: Int?, path: String)
    /// A web server.
    case web(String)
    /// Something that can't be reached from here, such as `git://`, which nothing protects.
    case unsupported(String)

    /// Reads `https://...`, `ssh://...`, `user@host:path`, `file://...`, or a path.
    public init(_ text: String) {
        guard let separator = text.firstRange(of: "://") else {
            self = Self.shortSSH(text) ?? .folder(text)
            return
        }
        let scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...]
        switch scheme {
        case "http", "https":
            self = .web(text)
        case "file":
            let path = rest.firstIndex(of: "/").map { String(rest[$0...]) }
            self = path.flatMap(Self.decoded).map(Self.folder) ?? .unsupported(text)
        case "ssh", "git+ssh", "ssh+git":
            self = Self.longSSH(rest) ?? .unsupported(text)
        default:
            self = .unsupported(text)
        }
    }

    /// The same place, where it is a relative path that begins in a folder.
    func within(_ folder: String?) -> RemoteAddress {
        guard case .folder(let path) = self, let folder, !path.hasPrefix("/") else { return self }
        return .folder("\(folder)/\(path)")
    }

    /// `user@host:path`, as `scp` has it: the colon comes before any slash.
    private static func shortSSH(_ text: String) -> RemoteAddress? {
        guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") else {
            return nil
        }
        let (user, host) = account(text[..<colon])
        let path = String(text[text.index(after: colon)...])
        return isHost(host) && !path.isEmpty
            ? .ssh(host: host, user: user, port: nil, path: path) : nil
    }

    private static func longSSH(_ rest: Substring) -> RemoteAddress? {
        guard let slash = rest.firstIndex(of: "/") else { return nil }
        var (user, host) = account(rest[..<slash])
        var port: Int?
        if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
            guard let number = Int(host[host.index(after: colon)...]) else { return nil }
            (port, host) = (number, String(host[..<colon]))
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard isHost(host), var path = decoded(String(rest[slash...])) else { return nil }
        if path.hasPrefix("/~") { path.removeFirst() }
        return .ssh(host: host, user: user, port: port, path: path)
    }

    private static func account(_ text: Substring) -> (user: String?, host: String) {
        guard let at = text.lastIndex(of: "@") else { return (nil, String(text)) }
        return (String(text[..<at]), String(text[text.index(after: at)...]))
    }

    /// Whether `ssh` takes it for a host, and not for an option.
    private static func isHost(_ host: String) -> Bool { !host.isEmpty && !host.hasPrefix("-") }

    /// Text with `%20` and the like made characters; nil where that makes no text.
    private static func decoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
