import Dispatch
import Synchronization
import Testing

@testable import Git

/// Values that are worked out meanwhile.
@Suite struct BackgroundTests {
    /// However many threads wait, none waits for a thread that those who wait hold themselves.
    @Test func neverWaitsForAThread() {
        let everybody = DispatchGroup()
        for number in 0..<64 {
            DispatchQueue.global().async(group: everybody) {
                let values = (0..<4).map { step in Background { number + step } }
                #expect(values.map { $0.wait() } == (0..<4).map { number + $0 })
            }
        }
        #expect(everybody.wait(timeout: .now() + 60) == .success)
    }

    /// The work is done once, however often its value is asked for.
    @Test func worksOnce() {
        let runs = Mutex(0)
        let value = Background {
            runs.withLock { runs in
                runs += 1
                return runs
            }
        }
        DispatchQueue.concurrentPerform(iterations: 16) { _ in #expect(value.wait() == 1) }
        #expect(runs.withLock { $0 } == 1)
    }
}
