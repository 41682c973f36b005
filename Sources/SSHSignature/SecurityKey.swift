/// What a FIDO security key adds to a signature (OpenSSH PROTOCOL.u2f, "SSH U2F Signatures").
struct SecurityKey: Hashable, Sendable {
    /// What the device says of this one signature; it is part of what is signed.
    struct Proof: Hashable, Sendable {
        /// Bit 0: somebody touched the device. Bit 2: it also knew who.
        let flags: UInt8
        /// How often the device has signed. Nothing is decided by it.
        let counter: [UInt8]

        /// Without it, a program on the computer can sign whenever the device is plugged in.
        var userWasPresent: Bool { flags & 1 == 1 }

        /// Reads one byte of flags and four of the counter.
        init?(_ reader: inout WireReader) {
            guard let flags = reader.read(1)?.first, let counter = reader.read(4) else {
                return nil
            }
            self.flags = flags
            self.counter = counter
        }
    }

    /// What the key was made for. `ssh-keygen` makes keys for nothing but texts that begin with
    /// `ssh:`, and browsers never do; so a key for a web site is no key here.
    let application: [UInt8]

    /// Checks the application.
    init(application: [UInt8]) throws(KeyError) {
        guard application.starts(with: "ssh:".utf8), !application.contains(0) else {
            throw KeyError(
                "the key's application is \(printable(application)); it has to begin with ssh:")
        }
        self.application = application
    }

    /// The bytes that the device signs in the message's place.
    func signedData(_ message: [UInt8], proof: Proof) -> [UInt8] {
        HashAlgorithm.sha256.digest(application) + [proof.flags] + proof.counter
            + HashAlgorithm.sha256.digest(message)
    }
}
