import Terms
import Testing

struct TermPathTests {
    @Test func readsWhatItWrites() throws {
        let text = "commercials.streams.subscription.shares.northwind"
        let path = try #require(TermPath(text))
        #expect(path.description == text)
        #expect(path.components.count == 5)
        #expect(path.section == "commercials")
        #expect(Array(path.inner) == ["streams", "subscription", "shares", "northwind"])
        #expect(path.last == "northwind")
        #expect(path.parent?.description == "commercials.streams.subscription.shares")
        #expect(path.parent?.appending("northwind") == path)
    }

    @Test func readsClauses() {
        #expect(TermPath("clauses/branding")?.section == "clauses/branding")
    }

    @Test(arguments: [
        ("purpose.yaml", "purpose"), ("clauses/law.md", "clauses/law"), ("stray.txt", "stray.txt"),
        ("purpose", "terms/purpose"), ("clauses/law", "terms/clauses/law"),
        ("terms/purpose", "terms/terms/purpose"), ("clauses/a/b.md", "clauses/a/b.md"),
    ])
    func standsForOneFile(file: String, path: String) {
        #expect(TermPath(file: file).section == path)
        #expect(TermPath(file: file).file == file)
    }

    @Test(arguments: ["", ".", "a.", ".a", "a..b"])
    func refusesEmptyComponents(text: String) {
        #expect(TermPath(text) == nil)
    }

    @Test func endsAtTheSection() {
        let path = TermPath(section: "purpose")
        #expect(path.parent == nil)
        #expect(path.inner.isEmpty)
        #expect(path.last == "purpose")
    }

    @Test func containsWhatLiesBelow() throws {
        let why = try #require(TermPath("purpose.goals"))
        #expect(why.contains(why))
        #expect(why.contains(why.appending("one-team")))
        #expect(!why.contains(TermPath(section: "purpose")))
        #expect(!why.contains(try #require(TermPath("purpose.goals-of-ours"))))
    }

    @Test func sortsByComponents() throws {
        let texts = ["a", "a.b", "a.b.c", "a.b-c", "a.c", "b"]
        let paths = try texts.map { try #require(TermPath($0)) }
        #expect(paths.reversed().sorted().map(\.description) == texts)
    }
}
