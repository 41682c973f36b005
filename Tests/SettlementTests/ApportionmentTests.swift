import Settlement
import Terms
import Testing

@Suite struct ApportionmentTests {
    @Test(
        "by largest remainder, ties to the first",
        arguments: [
            (100, [1, 1, 1], [34, 33, 33]), (101, [1, 1], [51, 50]), (-101, [1, 1], [-51, -50]),
            (1, [3_333, 3_333, 3_334], [0, 0, 1]), (10, [0, 0], [5, 5]), (0, [1, 2], [0, 0]),
            (7, [0, 1, 0], [0, 7, 0]), (.max, [.max, .max], [.max / 2 + 1, .max / 2]),
        ] as [(Int64, [Int64], [Int64])])
    func cases(amount: Int64, weights: [Int64], parts: [Int64]) {
        #expect(Apportionment.divide(amount, by: weights) == parts)
    }

    @Test("each part is within a unit of its exact share, and they sum to the whole")
    func random() {
        var random = Random(state: 5)
        for _ in 0..<500 {
            let amount = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let weights = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                Int64.random(in: 0...9_999, using: &random)
            }
            let parts = Apportionment.divide(amount, by: weights)
            #expect(parts.reduce(0, +) == amount)
            let total = weights.reduce(0, +)
            guard total > 0 else { continue }
            for (part, weight) in zip(parts, weights) {
                #expect(abs(part * total - amount * weight) < total)
            }
        }
    }

    @Test("a portion is rounded down")
    func portion() throws {
        #expect(Apportionment.portion(try Share(parsing: "33.33%"), of: 100) == 33)
        #expect(Apportionment.portion(.whole, of: .max) == .max)
    }
}
