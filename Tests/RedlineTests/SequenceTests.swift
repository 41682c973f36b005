import RandomTerms
import Testing

@testable import Redline

@Suite("Sequences")
struct SequenceTests {
    /// The length of a longest common subsequence, by the textbook.
    static func length(_ old: [Int], _ new: [Int]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for a in old {
            var diagonal = 0
            for (j, b) in new.enumerated() {
                let above = row[j + 1]
                row[j + 1] = a == b ? diagonal + 1 : max(above, row[j])
                diagonal = above
            }
        }
        return row[new.count]
    }

    @Test("The common subsequence is one, and a longest one", arguments: 0..<200)
    func common(seed: Int) {
        var random = Random(state: UInt64(seed))
        func sequence() -> [Int] {
            (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Int.random(in: 0...5, using: &random)
            }
        }
        let (old, new) = (sequence(), sequence())
        var budget = Budget()
        let matches = CommonSubsequence.matches(old, new, budget: &budget)
        #expect(matches.allSatisfy { old[$0.old] == new[$0.new] })
        #expect(
            zip(matches, matches.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
        #expect(matches.count == Self.length(old, new))
        #expect(!budget.isReached)
    }

    @Test("Past the budget, what is unique still anchors")
    func anchors() {
        var random = Random(state: 1)
        let noise = { (0..<3_000).map { _ in Int.random(in: 0...1, using: &random) } }
        let (old, new) = (noise() + [7] + noise() + [8, 9], noise() + [7] + noise() + [8])
        var budget = Budget()
        let matches = CommonSubsequence.matches(old, new, budget: &budget)
        #expect(matches.contains { old[$0.old] == 7 })
        #expect(matches.allSatisfy { old[$0.old] == new[$0.new] })
        #expect(
            zip(matches, matches.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
    }

    @Test("The increasing run is longest")
    func increasing() {
        #expect(IncreasingRun.longest(in: []) == [])
        #expect(IncreasingRun.longest(in: [3, 0, 1, 2]) == [1, 2, 3])
        #expect(IncreasingRun.longest(in: [1, 2, 3, 0]) == [0, 1, 2])
        #expect(IncreasingRun.longest(in: [4, 3, 2, 1, 0]).count == 1)
    }
}
