public import Terms

/// Divides amounts so that the parts sum to the whole: by largest remainder, ties to whoever comes
/// first (format.md, "Scalars people can read").
public enum Apportionment {
    /// The parts of an amount in minor units, in proportion to weights and in their order.
    ///
    /// Each part is first rounded towards zero; the units that are left go one by one to the parts
    /// that lost most by that. A negative amount is divided as its opposite. Weights that are all
    /// zero count as equal ones. Exact: no step rounds twice or overflows.
    /// Nothing is divided among nobody. No weight is negative, and they are sorted by the ids that
    /// break ties.
    public static func divide(_ amount: Int64, by weights: [Int64]) -> [Int64] {
        guard !weights.isEmpty else { return [] }
        let weights = weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 }
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        let magnitude = Int128(amount.magnitude)
        var parts: [Int64] = []
        var remainders: [Int128] = []
        var left = magnitude
        for weight in weights {
            let (part, remainder) = (magnitude * Int128(weight))
                .quotientAndRemainder(dividingBy: total)
            parts.append(amount < 0 ? Int64(-part) : Int64(part))
            remainders.append(remainder)
            left -= part
        }
        guard left > 0 else { return parts }
        let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(Int(left)) { parts[index] += amount < 0 ? -1 : 1 }
        return parts
    }

    /// A share of an amount that is not negative, rounded down to the minor unit.
    public static func portion(_ share: Share, of amount: Int64) -> Int64 {
        Int64(Int128(amount) * Int128(share.basisPoints) / Int128(Share.whole.basisPoints))
    }
}
