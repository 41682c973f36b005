import Terms
import Testing

/// Objectives, for the rules about them.
private func said(_ rule: String, _ rest: String, parties: String = Sample.parties) -> [String] {
    let objective = """
        objectives:
          - {id: five, statement: Five customers., quadrant: strategic, owner: ada\(rest)}

        """
    return found(rule, in: [.purpose: "why: x\n" + objective, .parties: parties]).map(\.said)
}

struct ObjectiveUnmeasuredTests {
    @Test func acceptsAFigure() {
        #expect(said("objective-unmeasured", ", metric: Customers, target: 5 customers").isEmpty)
    }

    @Test func wantsAFigure() {
        #expect(
            said("objective-unmeasured", "") == [
                "purpose.objectives.five: the objective `five` has no metric and no target"
            ])
        #expect(
            said("objective-unmeasured", ", target: 5 customers") == [
                "purpose.objectives.five: the objective `five` has no metric"
            ])
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(said("objective-unmeasured", ", target: many").isEmpty)
    }
}

struct ObjectiveUnsourcedTests {
    @Test func acceptsASource() {
        #expect(said("objective-unsourced", ", source: Pipeline list").isEmpty)
    }

    @Test func wantsASource() {
        #expect(
            said("objective-unsourced", "") == [
                "purpose.objectives.five: the objective `five` does not say where its figure is read"
            ])
    }
}

struct ObjectiveSetByOneTests {
    @Test func acceptsASignatoryOfEachCompany() {
        #expect(said("objective-set-by-one", ", set-by: [ada, dora]").isEmpty)
        #expect(
            said("objective-set-by-one", ", set-by: [ada, dora]", parties: Sample.withAdvisor)
                .isEmpty)
    }

    @Test func wantsEachCompany() {
        #expect(
            said("objective-set-by-one", ", set-by: [ada]") == [
                "purpose.objectives.five.set-by: no executive of Contoso set the objective `five`"
            ])
        #expect(
            said("objective-set-by-one", "") == [
                "purpose.objectives.five: no executive of Contoso and Northwind set the objective "
                    + "`five`"
            ])
    }

    /// Cleo works for Northwind, and decides nothing.
    @Test func wantsAnExecutive() {
        let registry =
            Sample.parties + "  cleo: {name: Cleo, party: northwind}\nretired: []\n"
        #expect(
            said("objective-set-by-one", ", set-by: [cleo, dora]", parties: registry).count == 1)
        let purpose = """
            why: x
            objectives:
              - {id: five, statement: F., quadrant: strategic, owner: ada, set-by: [cleo, dora]}

            """
        let roles = "roles: {parties: {northwind: {executive-sponsor: cleo}}}\n"
        #expect(
            found(
                "objective-set-by-one",
                in: [.purpose: purpose, .parties: registry, .governance: roles]
            ).isEmpty)
    }
}
