internal import Dispatch
internal import Synchronization

/// A value that is worked out on another thread meanwhile.
final class Background<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let done = DispatchGroup()

    /// Begins to work it out.
    init(_ body: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: done) {
            let result = body()
            self.value.withLock { $0 = result }
        }
    }

    /// The value, as soon as it is there.
    func wait() -> Value {
        while true {
            done.wait()
            if let result = value.withLock({ $0 }) { return result }
        }
    }
}
