import Testing

@testable import Git

@Suite("Addresses of other copies")
struct RemoteAddressTests {
    @Test(
        "are read as Git reads them",
        arguments: [
            ("/srv/a.git", RemoteAddress.folder("/srv/a.git")),
            ("../a b.git", .folder("../a b.git")),
            ("./x:y", .folder("./x:y")),
            ("file:///srv/a%20b.git", .folder("/srv/a b.git")),
            ("file://localhost/srv/a.git", .folder("/srv/a.git")),
            ("https://example.org/a.git", .web("https://example.org/a.git")),
            (
                "git@example.org:a.git",
                .ssh(host: "example.org", user: "git", port: nil, path: "a.git")
            ),
            ("example.org:/a.git", .ssh(host: "example.org", user: nil, port: nil, path: "/a.git")),
            (
                "ssh://git@example.org:2222/a%25.git",
                .ssh(host: "example.org", user: "git", port: 2222, path: "/a%.git")
            ),
            ("ssh://[::1]:22/a", .ssh(host: "::1", user: nil, port: 22, path: "/a")),
            (
                "ssh://example.org/~ada/a",
                .ssh(host: "example.org", user: nil, port: nil, path: "~ada/a")
            ),
            ("git://example.org/a", .unsupported("git://example.org/a")),
            ("ext::sh -c x", .ssh(host: "ext", user: nil, port: nil, path: ":sh -c x")),
        ])
    func reading(_ text: String, _ address: RemoteAddress) {
        #expect(RemoteAddress(text) == address)
    }

    @Test("name no option of ssh", arguments: ["ssh://-oProxyCommand=x/a", "ssh://a@-x/a"])
    func options(_ text: String) {
        #expect(RemoteAddress(text) == .unsupported(text))
        #expect(RemoteAddress("-oProxyCommand=x:a") == .folder("-oProxyCommand=x:a"))
    }

    @Test("paths are quoted for the shell over there")
    func quoting() {
        #expect(ShellWord.quoted("a'b; rm -rf /") == "'a'\\''b; rm -rf /'")
    }
}
