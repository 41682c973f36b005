extension SSHSignature {
    /// What ``verify(_:namespace:)`` found.
    public enum Verdict: Sendable, Equatable {
        /// The key signed this message for this namespace.
        case valid
        /// It did not, or that can't be told.
        case invalid(Reason)
    }

    /// Why a signature is not valid.
    public enum Reason: Sendable, Equatable, CustomStringConvertible {
        /// The signature was made for something else.
        case otherNamespace(found: [UInt8], expected: String)
        /// A security key made it, and nobody touched the device.
        case withoutUserPresence
        /// The key did not sign this message: one of them is another, or was altered.
        case doesNotFit

        /// A sentence without capital letter and full stop.
        public var description: String {
            switch self {
            case .otherNamespace(let found, let expected):
                "the signature is for the namespace \(printable(found)), "
                    + "not for \(printable(expected.utf8))"
            case .withoutUserPresence:
                "the security key signed without being touched"
            case .doesNotFit:
                "the signature does not fit the message and the key"
            }
        }
    }
}
