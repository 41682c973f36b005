import Foundation
import TestSupport
import Testing

/// The same rules where people push over HTTP, to `git http-backend` behind a small web server.
@Suite("A guarded host behind HTTP")
struct HTTPServerTests {
    private static let python = "/usr/bin/python3"

    private static var isPossible: Bool {
        FileManager.default.isExecutableFile(atPath: python)
            && FileManager.default.isExecutableFile(atPath: "/usr/lib/git-core/git-http-backend")
    }

    /// One program per request, as a web server runs it. It writes its port where the test looks.
    private static let server = """
        import os, subprocess, sys
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                path, _, query = self.path.partition("?")
                size = int(self.headers.get("Content-Length", 0))
                names = {"CONTENT_TYPE": "Content-Type", "HTTP_GIT_PROTOCOL": "Git-Protocol",
                         "HTTP_CONTENT_ENCODING": "Content-Encoding"}
                given = {name: self.headers[header] for name, header in names.items()
                         if self.headers.get(header)}
                variables = dict(os.environ, GIT_PROJECT_ROOT=sys.argv[1], GIT_HTTP_EXPORT_ALL="1",
                                 REQUEST_METHOD=self.command, PATH_INFO=path, QUERY_STRING=query,
                                 CONTENT_LENGTH=str(size), REMOTE_USER="partner",
                                 REMOTE_ADDR="127.0.0.1", **given)
                done = subprocess.run(["/usr/lib/git-core/git-http-backend"], env=variables,
                                      input=self.rfile.read(size), stdout=subprocess.PIPE)
                head, _, body = done.stdout.partition(b"\\r\\n\\r\\n")
                lines = [line.split(": ", 1) for line in head.decode().split("\\r\\n")]
                status = [value for name, value in lines if name == "Status"]
                self.send_response(int(status[0].split()[0]) if status else 200)
                for name, value in lines:
                    if name != "Status": self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            do_GET = do_POST = answer
            def log_message(self, *arguments): pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        with open(sys.argv[2] + ".new", "w") as file: file.write(str(server.server_port))
        os.rename(sys.argv[2] + ".new", sys.argv[2])
        server.serve_forever()
        """

    @Test(
        "is as strict, and says as much",
        .enabled(if: isPossible, "needs python3 and git http-backend"))
    func pushes() throws {
        let hub = try Hub.founded()
        let place = hub.sandbox.path
        try Data(Self.server.utf8).write(to: URL(fileURLWithPath: place + "/server.py"))
        let server = try hub.sandbox.start(
            "exec \(Self.python) ../server.py '\(place)' '\(place)/port'", as: .frida)
        defer { server.kill() }
        var port = ""
        for _ in 0..<500 where port.isEmpty {
            port = (try? String(contentsOfFile: place + "/port", encoding: .utf8)) ?? ""
            if port.isEmpty { usleep(20_000) }
        }
        let url = "http://127.0.0.1:\(try #require(Int(port)))/hub.git"
        func push(_ arguments: String) throws -> Outcome {
            try hub.sandbox.run(
                "cd '\(hub.clone.path)' && git push '\(url)' \(arguments)", as: .ada)
        }

        try hub.propose()
        try hub.sign()
        let proposed = try push(hub.branch())
        #expect(proposed.code == 0, "\(proposed)")
        let before = try hub.references()
        try hub.clone.shell("git branch honest; echo x >> frameworks/alliance/terms/purpose.yaml")
        try hub.clone.shell("git commit -q -a -m Sneaky")
        let refused = try push("main honest")
        #expect(refused.code != 0 && refused.output.contains("main is refused"), "\(refused)")
        #expect(refused.output.contains("nothing of this push was taken"), "\(refused)")
        #expect(try hub.references() == before)

        try hub.clone.shell("git reset -q --hard honest")
        try hub.clone.must("agree", "notice")
        let agreed = try push("main :\(hub.branch())")
        #expect(agreed.code == 0, "\(agreed)")
    }
}
