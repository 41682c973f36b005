import Foundation
import TestSupport
import Testing

/// The same rules where people push over HTTP, to `git http-backend` behind a small web server.
@Suite("A guarded host behind HTTP")
struct HTTPServerTests {
    @Test(
        "is as strict, and says as much",
        .enabled(if: WebHost.isPossible, "needs python3 and git http-backend"))
    func pushes() throws {
        let hub = try Hub.founded()
        let host = try WebHost(of: hub.sandbox)
        let url = host.url + "/hub.git"
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
