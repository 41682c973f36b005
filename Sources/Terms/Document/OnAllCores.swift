internal import Dispatch

extension Array where Element: Sendable {
    /// Applies a pure function to every element, on all cores where there are several, and returns
    /// the results in the order of the elements.
    public func mapOnAllCores<Result: Sendable>(
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        guard count > 1 else { return map(transform) }
        // Pieces, so that waking a core is worth it, and small ones, so that none gets most work.
        let size = Swift.max(1, count / 256)
        let pieces = (count + size - 1) / size
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialised in
            // SAFETY: every iteration writes its own place, and all have ended when this returns.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                for index in piece * size..<Swift.min(count, (piece + 1) * size) {
                    places.initializeElement(at: index, to: transform(self[index]))
                }
            }
            initialised = count
        }
    }
}
