extension Int64 {
    /// The sum, or an eighth of the largest number where it is larger, so that what others wrote
    /// can be added up a few times more without an overflow.
    public func adding(clamped other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        let limit = Int64.max / 8
        guard !overflow else { return other < 0 ? -limit : limit }
        return Swift.min(limit, Swift.max(-limit, sum))
    }
}
