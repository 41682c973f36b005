import Foundation
import TestSupport
import Testing

/// A host that can't judge takes nothing.
@Suite("A host that can't judge")
struct ServerFailureTests {
    private func pushable() throws -> Hub {
        let hub = try Hub.founded()
        try hub.propose()
        return hub
    }

    @Test("without the program, nothing is taken")
    func missing() throws {
        let hub = try pushable()
        try hub.refuse(
            hub.branch(), saying: "the host does not find the program entente",
            with: ["PATH": "/usr/bin:/bin"])
        try hub.take(hub.branch())
    }

    @Test(
        "where the program crashes or is ended, nothing is taken",
        arguments: ["kill -SEGV $$", "kill -KILL $$", "exit 7", "kill -TERM $$; sleep 5"])
    func crash(_ end: String) throws {
        let hub = try pushable()
        let bin = hub.sandbox.path + "/bin"
        try hub.clone.shell(
            "mkdir '\(bin)'; printf '#!/bin/sh\\n%s\\n' '\(end)' > '\(bin)/entente'; "
                + "chmod +x '\(bin)/entente'")
        try hub.refuse(hub.branch(), with: ["PATH": "\(bin):/usr/bin:/bin"])
    }

    @Test("where objects of the host are missing, nothing is taken")
    func missingObjects() throws {
        let hub = try pushable()
        try hub.clone.shell(
            """
            cd '\(hub.path)'
            git rev-parse main^2~1 > sign-off
            for pack in objects/pack/*.pack; do
                mv "$pack" pack && rm -f "${pack%.pack}".* && git unpack-objects -q < pack
                rm -f pack
            done
            rm -f "objects/$(cut -c 1-2 sign-off)/$(cut -c 3- sign-off)"
            """)
        try hub.refuse(hub.branch())
    }

    @Test("a shallow host is refused")
    func shallow() throws {
        let hub = try pushable()
        try hub.clone.shell("git --git-dir='\(hub.path)' rev-parse main > '\(hub.path)/shallow'")
        try hub.refuse(hub.branch())
    }

    @Test(
        "what Git would not say is refused",
        arguments: [
            "", "\\n", "garbage\\n", "OLD NEW\\n", "OLD NEW refs/heads/x", "OLD NEW heads/x\\n",
            "OLD NEW refs/heads/x\\nOLD NEW refs/heads/x\\n", "old NEW refs/heads/x\\n",
            "OLD NEW refs/heads/x y\\n", "OLD NEW refs/heads/\\377\\n",
            "OLD MISSING refs/heads/main\\n",
        ])
    func input(_ lines: String) throws {
        let hub = try pushable()
        let text =
            lines
            .replacingOccurrences(of: "OLD", with: String(repeating: "0", count: 40))
            .replacingOccurrences(of: "MISSING", with: String(repeating: "a", count: 40))
            .replacingOccurrences(of: "NEW", with: "$(git -C '\(hub.clone.path)' rev-parse main)")
        let outcome = try hub.sandbox.run(
            "printf \"\(text)\" | entente -C '\(hub.path)' hook pre-receive", as: .ada)
        #expect([1, 2].contains(outcome.code), "\(outcome)")
        #expect(outcome.output.contains("nothing of this push was taken"), "\(outcome)")
    }

    @Test("a host that broke a rule before it had the hook says what its administrator does")
    func brokenBefore() throws {
        let hub = try Hub.founded()
        try hub.clone.shell(
            """
            mv '\(hub.path)/hooks/pre-receive' '\(hub.path)/kept'
            echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky
            git push -q '\(hub.path)' main
            mv '\(hub.path)/kept' '\(hub.path)/hooks/pre-receive'
            git commit -q --allow-empty -m More
            """)
        try hub.refuse("main", saying: "breaks a rule already", "git update-ref refs/heads/main")
    }
}
