import Foundation
import TestSupport
import Testing

/// A local `sshd` for all that lies in a sandbox, with a key of its own, which lets everybody in
/// whose key is listed. It ends with its owner.
final class SecureHost {
    /// What its address begins with.
    let url: String
    /// The fingerprint of its key.
    let fingerprint: String
    /// The variables with which `ssh` looks nowhere but in the sandbox.
    let variables: [String: String]
    /// A line of shell that makes it known.
    let becomesKnown: String

    private let server: Running

    /// Whether there is what it needs. The directory that `sshd` asks for belongs to the system.
    static var isPossible: Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/sbin/sshd")
            && (geteuid() != 0 || mkdir("/run/sshd", 0o755) == 0 || errno == EEXIST)
    }

    /// Starts it, for these people.
    init(of sandbox: Sandbox, letting people: [Person]) throws {
        let place = sandbox.path + "/ssh"
        let port = 20_000 + Int(getpid()) % 20_000
        let program = try #require(SourceTree.entente)
        let bin = URL(fileURLWithPath: program).deletingLastPathComponent().path
        let keys = try people.map {
            try String(
                contentsOfFile: sandbox.home(of: $0) + "/.ssh/id_ed25519.pub", encoding: .utf8)
        }.joined()
        let made = try sandbox.run(
            """
            mkdir '\(place)' && cd '\(place)' && ssh-keygen -q -t ed25519 -N '' -f host
            ssh-keygen -q -t ecdsa -N '' -f other
            ssh-keygen -l -f host.pub | cut -d' ' -f2
            printf '%s' '\(keys)' > people
            cat > server <<END
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(place)/other
            HostKey \(place)/host
            AuthorizedKeysFile \(place)/people
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            SetEnv PATH=\(bin):/usr/bin:/bin
            END
            cat > client <<END
            UserKnownHostsFile \(place)/known
            GlobalKnownHostsFile /dev/null
            IdentityAgent none
            IdentitiesOnly yes
            UpdateHostKeys yes
            END
            """, as: .frida)
        try #require(made.code == 0, "\(made)")
        fingerprint = made.output.trimmingCharacters(in: .newlines)
        variables = ["GIT_SSH_COMMAND": "ssh -F '\(place)/client' -i ~/.ssh/id_ed25519"]
        becomesKnown = "ssh-keyscan -p \(port) 127.0.0.1 2> /dev/null > '\(place)/known'"
        url = "ssh://\(NSUserName())@127.0.0.1:\(port)"
        server = try sandbox.start(
            "exec /usr/sbin/sshd -D -f '\(place)/server' -E '\(place)/log'", as: .frida)
        for _ in 0..<500 {
            let scanned = try sandbox.run(
                "ssh-keyscan -p \(port) 127.0.0.1 2> /dev/null", as: .frida)
            if !scanned.output.isEmpty { return }
            usleep(20_000)
        }
        throw RunFailure("sshd does not answer")
    }

    deinit { server.kill() }
}
