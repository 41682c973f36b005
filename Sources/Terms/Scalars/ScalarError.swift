/// Why a text is not the value that its field wants: one sentence with an example.
public struct ScalarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence, without a final full stop.
    public let message: String

    /// Makes an error from its sentence.
    public init(_ message: String) { self.message = message }

    /// The sentence.
    public var description: String { message }
}
