import Testing

@testable import Agreement

/// What Git's own settings become, and that they become again what they were.
@Suite struct DiffDriverTests {
    @Test(arguments: [
        "", "[core]\n\tbare = false\n", "[core]\n\tbare = false",
        "[core]\n\tbare = false\n\n# mine\n[diff \"other\"]\n\tcommand = x\n",
    ])
    func whatIsAddedIsTakenAwayAgain(configuration: String) {
        let added = DiffDriver.added(to: configuration)
        #expect(added.contains("[diff \"entente\"]\n\tcommand = \"f() {"))
        #expect(added.hasPrefix(configuration))
        #expect(DiffDriver.added(to: added) == added)
        let end = configuration.isEmpty || configuration.hasSuffix("\n") ? "" : "\n"
        #expect(DiffDriver.removed(from: added) == configuration + end)
    }

    @Test func whatComesBehindStays() {
        let text = DiffDriver.added(to: "") + "[remote \"origin\"]\n\turl = x\n"
        #expect(DiffDriver.removed(from: text) == "[remote \"origin\"]\n\turl = x\n")
    }

    @Test(arguments: ["", "*.png binary\n"])
    func attributesAreTheSameAfterwards(text: String) {
        let added = DiffDriver.added(toAttributes: text)
        #expect(added.contains("frameworks/*/terms/*.yaml diff=entente\n"))
        #expect(DiffDriver.removed(fromAttributes: added) == text)
    }
}
