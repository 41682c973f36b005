import Terms
import Testing

/// Goals by kind and holder, for the rules about them.
private func found(_ rule: String, _ goals: [(kind: String, holder: String)]) -> [Finding] {
    let items = goals.enumerated().map { index, goal in
        "  - {id: g\(index), kind: \(goal.kind), holder: \(goal.holder), statement: S.}\n"
    }
    return found(rule, in: [.purpose: "why: x\ngoals:\n" + items.joined()])
}

struct GoalsKindMissingTests {
    @Test func acceptsAllKinds() {
        let kinds = ["objective", "subjective", "material", "emotional"]
        #expect(found("goals-kind-missing", kinds.map { ($0, "joint") }).isEmpty)
        #expect(found("goals-kind-missing", []).isEmpty)
    }

    @Test func namesWhatIsMissing() {
        let found = found("goals-kind-missing", [("objective", "joint"), ("material", "ada")])
        #expect(found.map(\.said) == ["purpose.goals: there is no subjective, no emotional goal"])
        #expect(found.first?.counted == "objective 1, subjective 0, material 1, emotional 0")
    }
}

struct GoalsOneSidedTests {
    @Test func acceptsJointGoalsAndGoalsOfBoth() {
        #expect(found("goals-one-sided", [("objective", "joint")]).isEmpty)
        #expect(
            found("goals-one-sided", [("objective", "contoso"), ("objective", "ada")]).isEmpty)
    }

    @Test func findsAKindOfOneSide() {
        let found = found(
            "goals-one-sided",
            [
                ("objective", "contoso"), ("emotional", "ada"), ("emotional", "northwind"),
                ("objective", "ben"),
            ])
        #expect(
            found.map(\.said) == ["purpose.goals.g1: no emotional goal is one of Contoso's"])
        #expect(found.first?.counted == "contoso 0, northwind 2")
    }
}
