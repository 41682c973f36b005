import Reports
import Terms
import Testing

/// Pages are whole, can be read without eyes, mouse or network, and do nothing of their own.
@Suite struct HTMLTests {
    private let page = Page(
        AgreementDocument(
            example,
            cover: DocumentCover(
                framework: "alliance", state: "version 1, in force", version: 1,
                agreed: "2027-02-01", digest: "sha256:0",
                signatures: [
                    .init(
                        person: "Ada Brennan", party: "Northwind", role: "Director",
                        date: "2027-01-31", fingerprint: "SHA256:abc")
                ])
        ).html())

    @Test func everyElementIsClosedInItsPlace() { #expect(page.faults == []) }

    @Test func placesAreUniqueAndLinksLeadToThem() {
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count > 300 && Set(ids).count == ids.count)
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links.count > 80)
        #expect(links.filter { $0.hasPrefix("#") && !ids.contains(String($0.dropFirst())) } == [])
        let references = page.elements.flatMap { element in
            ["aria-labelledby", "aria-describedby"].compactMap { element.attributes[$0] }
        }
        #expect(references.count > 8 && references.filter { !ids.contains($0) } == [])
        for place in [
            "commercials", "commercials.streams", "commercials.streams.operations.tiers.start",
            "safeguards.disputes.partners.steps.mediation", "parties.people.ada",
            "purpose.vision.parties.contoso.horizon", "clauses/confidentiality",
        ] {
            #expect(ids.contains(place), "\(place)")
        }
    }

    @Test func landmarks() {
        for name in ["header", "main", "footer", "h1"] { #expect(page.all(name).count == 1) }
        #expect(page.all("nav").map { $0.attributes["aria-labelledby"] } == ["contents"])
        #expect(page.all("html").first?.attributes["lang"] == "en")
        #expect(page.all("a").first?.attributes["href"] == "#text")
        #expect(page.all("main").first?.attributes["id"] == "text")
        #expect(page.all("section").allSatisfy { $0.attributes["aria-labelledby"] != nil })
        // All that is said stands in a landmark, or leads to one.
        let parts: Set = ["header", "nav", "main", "footer", "a"]
        #expect(
            page.all("p", "table", "dl", "h2", "h3", "svg").allSatisfy {
                !parts.isDisjoint(with: $0.around)
            })
    }

    @Test func theCoverLeadsToWhatIsOpen() {
        let small = Page(document(terms(["purpose.yaml": "why: Because."])).html())
        let cover = small.all("a").filter { $0.around.contains("header") }
        #expect(cover.map { $0.attributes["href"] } == ["#open"])
        #expect(cover.first?.text.hasSuffix(" questions") == true)
        #expect(small.all("h2").contains { $0.attributes["id"] == "open" })
        #expect(!page.all("a").contains { $0.around.contains("header") })
    }

    @Test func headingsGoDownOneByOne() {
        var last = 0
        for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6") {
            let level = Int(heading.name.dropFirst()) ?? 0
            #expect(level <= last + 1, "\(heading.text)")
            #expect(!heading.text.isEmpty)
            last = level
        }
        let odd = Page(document(terms(["clauses/a.md": "# A\n\n##### Deep\n\n# Up\n"])).html())
        #expect(odd.all("h4").map(\.text) == ["Deep"])
    }

    @Test func tablesNameTheirColumnsAndRows() {
        #expect(page.all("table").count > 8)
        for cell in page.all("th") {
            let scope = cell.around.contains("thead") ? "col" : "row"
            #expect(cell.attributes["scope"] == scope && !cell.text.isEmpty)
        }
        let rows = page.all("th").filter { $0.attributes["scope"] == "row" }
        #expect(rows.contains { $0.text.hasPrefix("Ada Brennan") })
        #expect(
            page.elements.filter { $0.attributes["tabindex"] != nil }
                .allSatisfy { $0.attributes["aria-label"] != nil })
    }

    @Test func drawingsSayInWordsWhatTheyShow() {
        let drawings = page.all("svg").filter { $0.attributes["aria-hidden"] == nil }
        #expect(drawings.count == 2)
        #expect(drawings.allSatisfy { $0.attributes["role"] == "img" })
        let shown = page.all("desc").map(\.text)
        #expect(
            shown.first?.hasPrefix("Contoso Software GmbH: Contoso Software GmbH EUR 112,800.00;")
                == true)
        #expect(
            shown.last?.hasPrefix(
                "subscription, from year 1: Contoso Software GmbH 60%, Northwind") == true)
    }

    @Test func nothingIsLoadedOrRun() {
        let known: Set = ["http-equiv", "content", "charset", "name"]
        for element in page.elements {
            #expect(!["script", "img", "iframe", "link", "object", "form"].contains(element.name))
            let loading = element.attributes.keys.filter { name in
                name.hasPrefix("on") || ["src", "style", "srcset", "action"].contains(name)
                    || (known.contains(name) && element.name != "meta")
            }
            #expect(loading == [])
        }
        #expect(!document(example).html().contains("url("))
        let policy = page.all("meta").first { $0.attributes["http-equiv"] != nil }
        #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true)
    }
}
