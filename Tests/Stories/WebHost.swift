import Foundation
import TestSupport
import Testing

/// A small web server in front of `git http-backend`, for all that lies in a sandbox. It ends with
/// its owner.
final class WebHost {
    /// What its address begins with.
    let url: String

    private let server: Running
    private static let python = "/usr/bin/python3"

    /// Whether there is what it needs.
    static var isPossible: Bool {
        FileManager.default.isExecutableFile(atPath: python)
            && FileManager.default.isExecutableFile(atPath: "/usr/lib/git-core/git-http-backend")
    }

    /// One program per request, as a web server runs it. It writes its port where the test looks.
    private static let server = """
        import os, ssl, subprocess, sys
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                given_name = self.headers.get("Authorization", "")
                if len(sys.argv) > 4 and given_name != "Basic " + sys.argv[4]:
                    self.send_response(401)
                    self.send_header("WWW-Authenticate", 'Basic realm="partners"')
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                path, _, query = self.path.partition("?")
                if self.headers.get("Transfer-Encoding", "") == "chunked":
                    data = b""
                    while True:
                        count = int(self.rfile.readline().strip(), 16)
                        data += self.rfile.read(count)
                        self.rfile.readline()
                        if count == 0: break
                else:
                    data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                names = {"CONTENT_TYPE": "Content-Type", "HTTP_GIT_PROTOCOL": "Git-Protocol",
                         "HTTP_CONTENT_ENCODING": "Content-Encoding"}
                given = {name: self.headers[header] for name, header in names.items()
                         if self.headers.get(header)}
                variables = dict(os.environ, GIT_PROJECT_ROOT=sys.argv[1], GIT_HTTP_EXPORT_ALL="1",
                                 REQUEST_METHOD=self.command, PATH_INFO=path, QUERY_STRING=query,
                                 CONTENT_LENGTH=str(len(data)), REMOTE_USER="partner",
                                 REMOTE_ADDR="127.0.0.1", **given)
                done = subprocess.run(["/usr/lib/git-core/git-http-backend"], env=variables,
                                      input=data, stdout=subprocess.PIPE)
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
        if len(sys.argv) > 3 and sys.argv[3]:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[3] + ".pem", sys.argv[3] + ".key")
            server.socket = context.wrap_socket(server.socket, server_side=True)
        with open(sys.argv[2] + ".new", "w") as file: file.write(str(server.server_port))
        os.rename(sys.argv[2] + ".new", sys.argv[2])
        server.serve_forever()
        """

    /// Starts it.
    ///
    /// - Parameters:
    ///   - sandbox: Whose folders it shows.
    ///   - certificate: The path of `.pem` and `.key` where it speaks TLS.
    ///   - account: `name:secret` where it asks who somebody is.
    /// - Throws: `RunFailure` where it does not start.
    init(of sandbox: Sandbox, certificate: String? = nil, account: String? = nil) throws {
        let place = sandbox.path
        let port = "\(place)/\(UUID().uuidString).port"
        try Data(Self.server.utf8).write(to: URL(fileURLWithPath: place + "/server.py"))
        let secret = account.map { " " + Data($0.utf8).base64EncodedString() } ?? ""
        server = try sandbox.start(
            "exec \(Self.python) ../server.py '\(place)' '\(port)' '\(certificate ?? "")'\(secret)",
            as: .frida)
        var text = ""
        for _ in 0..<500 where text.isEmpty {
            text = (try? String(contentsOfFile: port, encoding: .utf8)) ?? ""
            if text.isEmpty { usleep(20_000) }
        }
        let number = try #require(Int(text))
        url = certificate == nil ? "http://127.0.0.1:\(number)" : "https://localhost:\(number)"
    }

    deinit { server.kill() }
}
