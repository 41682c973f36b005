/// What went wrong in Git, and while doing what.
public struct GitError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A status of libgit2, of which the ones that callers tell apart have names.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// libgit2's number, which is negative.
        public var rawValue: Int32

        /// A code from libgit2's number.
        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// Anything without a code of its own.
        public static let generic = Code(rawValue: -1)
        /// The object, reference or repository doesn't exist.
        public static let notFound = Code(rawValue: -3)
        /// It exists already.
        public static let exists = Code(rawValue: -4)
        /// A short name fits more than one object.
        public static let ambiguous = Code(rawValue: -5)
        /// The operation needs a working tree, and the repository has none.
        public static let bareRepository = Code(rawValue: -8)
        /// The branch has no commit yet.
        public static let unborn = Code(rawValue: -9)
        /// The move would leave something out.
        public static let notForward = Code(rawValue: -11)
        /// The name or path isn't a valid one.
        public static let invalidName = Code(rawValue: -12)
        /// Somebody else holds the lock.
        public static let locked = Code(rawValue: -14)
        /// The reference wasn't what the caller expected.
        public static let modified = Code(rawValue: -15)
        /// The other machine doesn't let this person in.
        public static let authentication = Code(rawValue: -16)
        /// The other machine isn't known.
        public static let certificate = Code(rawValue: -17)
        /// The other machine isn't the one that is known. The code isn't libgit2's.
        public static let changedHost = Code(rawValue: -1002)
        /// The other side can't keep what was sent. The code isn't libgit2's.
        public static let notKept = Code(rawValue: -1003)
        /// The object isn't of, and doesn't lead to, the kind that was asked for.
        public static let wrongKind = Code(rawValue: -19)
        /// The bytes aren't what the format demands.
        public static let invalid = Code(rawValue: -21)
        /// The repository belongs to another user.
        public static let owner = Code(rawValue: -36)
        /// The repository uses a format that this program can't read.
        ///
        /// The code isn't libgit2's, which says ``generic`` here.
        public static let unsupported = Code(rawValue: -1001)
    }

    /// What was being done: "read object", "update refs/heads/main".
    public var operation: String
    /// The status.
    public var code: Code
    /// libgit2's class of error: 2 is the operating system, 6 the repository. 0 is none.
    public var category: Int32
    /// A sentence without its full stop.
    public var message: String

    /// An error from its parts.
    public init(operation: String, code: Code, category: Int32 = 0, message: String) {
        self.operation = operation
        self.code = code
        self.category = category
        self.message = message
    }

    /// Whether this system refused something, and no other machine and no rule of Git's did.
    public var isOfSystem: Bool { category == 2 }

    /// The operation and the message.
    public var description: String {
        "cannot \(operation): \(message)"
    }
}
