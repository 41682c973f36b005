import Terms
import Testing

struct SuccessMissingTests {
    private func said(_ parties: String...) -> [String] {
        let measures = parties.enumerated().map { index, party in
            "  - {id: m\(index), party: \(party), measure: M, target: 5, by: 2028-01-01}\n"
        }
        return TermsTests.said(
            "success-missing", .purpose, "why: x\nsuccess:\n" + measures.joined())
    }

    @Test func acceptsAMeasureForEach() {
        #expect(said("contoso", "northwind").isEmpty)
        #expect(said().isEmpty)
    }

    @Test func wantsOneForEach() {
        let missing = "purpose.success: nothing says how Northwind measures success"
        #expect(said("contoso") == [missing])
        #expect(said("contoso", "joint") == [missing])
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(said("contoso", "northwnd").isEmpty)
    }
}
