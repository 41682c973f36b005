internal import Dispatch
internal import Synchronization

/// A value that is worked out on another thread meanwhile.
///
/// Whoever comes first works it out: another thread, or the one that wants the value where no
/// thread was free. So it never waits for a thread, and any number of them can be wanted at once.
public final class Background<Value: Sendable>: Sendable {
    private enum State {
        case open
        case begun
        case done(Value)
    }

    private let state = Mutex(State.open)
    private let done = DispatchGroup()
    private let body: @Sendable () -> Value

    /// Begins to work it out, as soon as a thread is free.
    public init(_ body: @escaping @Sendable () -> Value) {
        self.body = body
        DispatchQueue.global().async { self.begin() }
    }

    /// The value, as soon as it is there.
    public func wait() -> Value {
        begin()
        while true {
            if case .done(let value) = state.withLock({ $0 }) { return value }
            done.wait()
        }
    }

    /// Works it out, unless somebody does already.
    private func begin() {
        let isMine = state.withLock { state in
            guard case .open = state else { return false }
            state = .begun
            done.enter()
            return true
        }
        guard isMine else { return }
        let value = body()
        state.withLock { $0 = .done(value) }
        done.leave()
    }
}
