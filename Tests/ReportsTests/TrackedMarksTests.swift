import Testing

@testable import Reports

/// What pandoc leaves out of tracked changes.
@Suite struct TrackedMarksTests {
    private let inserted = #"<w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>"#
    private let deleted =
        #"<w:del w:id="1" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>"#
    private let kept = "<w:r><w:t>kept</w:t></w:r>"

    private func completed(_ xml: String) -> String {
        String(decoding: TrackedMarks.completed(Array(xml.utf8)), as: UTF8.self)
    }

    @Test func endsOfParagraphs() {
        #expect(
            completed(#"<w:p><w:pPr><w:pStyle w:val="X" /></w:pPr>\#(inserted)</w:p>"#)
                == #"<w:p><w:pPr><w:pStyle w:val="X" /><w:rPr><w:ins w:id="1" w:author="A" />"#
                + "</w:rPr></w:pPr>"
                + inserted.replacing(#"id="1""#, with: #"id="2""#) + "</w:p>")
        #expect(
            completed("<w:p>\(deleted)</w:p>")
                == #"<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A" /></w:rPr></w:pPr>"#
                + deleted.replacing(#"id="1""#, with: #"id="2""#) + "</w:p>")
    }

    @Test func whatStaysInPartHasNoMark() {
        for inner in [kept, kept + inserted, deleted + kept] {
            #expect(completed("<w:p>\(inner)</w:p>") == "<w:p>\(inner)</w:p>")
        }
        #expect(!completed("<w:p>\(deleted)\(inserted)</w:p>").contains("<w:rPr>"))
        #expect(completed("<w:p></w:p>") == "<w:p></w:p>")
    }

    @Test func spacesAndBreaksBetweenChangesChangeWithThem() {
        let space = #"<w:r><w:t xml:space="preserve"> </w:t></w:r>"#
        let xml = completed("<w:p>\(deleted)\(space)<w:r><w:br /></w:r>\(deleted)</w:p>")
        #expect(xml.contains(#"<w:r><w:delText xml:space="preserve"> </w:delText></w:r></w:del>"#))
        #expect(xml.contains(#"w:author="A"><w:r><w:br /></w:r></w:del>"#))
    }

    @Test func rowsOfTables() {
        let cell = { (inner: String) in "<w:tc><w:p>\(inner)</w:p></w:tc>" }
        let table = { (rows: String) in "<w:tbl>\(rows)</w:tbl>" }
        let empty = cell("")
        #expect(
            completed(table("<w:tr>\(cell(inserted))\(empty)</w:tr>")).hasPrefix(
                #"<w:tbl><w:tr><w:trPr><w:ins w:id="1" w:author="A" /></w:trPr><w:tc><w:p><w:ins"#))
        #expect(
            completed(table("<w:tr><w:trPr><w:tblHeader /></w:trPr>\(cell(deleted))</w:tr>"))
                .contains(#"<w:trPr><w:tblHeader /><w:del w:id="1" w:author="A" /></w:trPr>"#))
        let mixed = table("<w:tr>\(cell(kept))\(cell(inserted))</w:tr>")
        #expect(completed(mixed) == mixed)
    }

    @Test func idsAreThereOnce() {
        let xml = completed("<w:p>\(kept)\(deleted)\(inserted)\(deleted)</w:p>")
        let ids = xml.matches(of: /w:id="([0-9]+)"/).map { String($0.output.1) }
        #expect(ids == ["1", "2", "3"])
    }

    // MARK: Moves

    private func moved(_ name: String, _ text: String = "part", move: Int = 1) -> String {
        let tag = name == "del" ? "delText" : "t"
        return #"<w:\#(name) w:id="1" w:author="A#\#(move)" w:date="D"><w:r><w:\#(tag)>\#(text)"#
            + "</w:\(tag)></w:r></w:\(name)>"
    }

    @Test func wholeParagraphsMoveWithTheirEnds() {
        #expect(
            completed("<w:p>\(moved("del"))</w:p><w:p>\(moved("ins"))</w:p>") == """
                <w:p><w:pPr><w:rPr><w:moveFrom w:id="1" w:author="A" w:date="D" /></w:rPr></w:pPr>\
                <w:moveFromRangeStart w:id="2" w:author="A" w:date="D" w:name="move1" />\
                <w:moveFrom w:id="3" w:author="A" w:date="D"><w:r><w:t>part</w:t></w:r>\
                </w:moveFrom></w:p><w:moveFromRangeEnd w:id="2" />\
                <w:p><w:pPr><w:rPr><w:moveTo w:id="5" w:author="A" w:date="D" /></w:rPr></w:pPr>\
                <w:moveToRangeStart w:id="6" w:author="A" w:date="D" w:name="move1" />\
                <w:moveTo w:id="7" w:author="A" w:date="D"><w:r><w:t>part</w:t></w:r>\
                </w:moveTo></w:p><w:moveToRangeEnd w:id="6" />
                """)
    }

    @Test func oneRangeHoldsAllThatMovesTogether() {
        let xml = completed(
            "<w:p>\(moved("ins"))</w:p><w:p>\(moved("ins"))\(inserted)</w:p><w:p>\(kept)</w:p>"
                + "<w:p>\(moved("del"))</w:p><w:p>\(deleted)\(moved("del"))</w:p>")
        for name in [
            "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        ] {
            #expect(xml.split(separator: "<w:\(name) ").count == 2, "\(name)")
        }
        #expect(xml.contains(#"</w:ins></w:p><w:moveToRangeEnd w:id="2" /><w:p><w:r>"#), "\(xml)")
        // The end of a paragraph that has moved in part goes with what moved.
        #expect(xml.split(separator: "<w:rPr><w:moveFrom ").count == 3)
        // Whoever accepts or rejects all of it has each part once.
        func without(_ names: String...) -> String {
            names.reduce(xml) { text, name in
                text.replacing(try! Regex("<w:\(name) [^>]*[^/]>.*?</w:\(name)>"), with: "")
            }.replacing(/<[^>]*>/, with: "|").replacing(/\|+/, with: "|")
        }
        #expect(without("moveFrom", "del") == "|part|part|new|kept|")
        #expect(without("moveTo", "ins") == "|kept|part|old|part|")
    }

    /// Word marks a row that was dragged as deleted and inserted, and what stands in it as moved.
    @Test func rowsMove() {
        let row = { (cells: String) in "<w:tr><w:tc><w:p>\(cells)</w:p></w:tc></w:tr>" }
        let two = { (name: String) in
            row(self.moved(name) + "</w:p></w:tc><w:tc><w:p>" + self.moved(name))
        }
        let xml = completed("<w:tbl>\(two("ins"))\(row(kept))\(two("del"))</w:tbl>")
        #expect(
            xml.hasPrefix(
                """
                <w:tbl><w:tr><w:trPr><w:ins w:id="1" w:author="A" w:date="D" /></w:trPr><w:tc>\
                <w:p><w:moveToRangeStart w:id="2" w:author="A" w:date="D" w:name="move1" />\
                <w:moveTo w:id="3" w:author="A" w:date="D"><w:r><w:t>part</w:t></w:r></w:moveTo>\
                </w:p></w:tc><w:tc><w:p><w:moveTo w:id="4" w:author="A" w:date="D">\
                <w:r><w:t>part</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="2" /></w:p></w:tc>\
                </w:tr>
                """), "\(xml)")
        #expect(xml.contains(#"<w:trPr><w:del w:id="6" w:author="A" w:date="D" /></w:trPr>"#))
        #expect(xml.split(separator: "<w:moveFrom ").count == 3 && !xml.contains("delText"))
        #expect(!xml.contains("#"))
    }

    @Test func halfAMoveIsNone() {
        let xml = completed("<w:p>\(kept)\(moved("del"))\(moved("ins", move: 2))</w:p>")
        #expect(xml.contains("<w:delText>part</w:delText>") && !xml.contains("move"), "\(xml)")
        #expect(!xml.contains("#"))
    }

    @Test func brokenSourceStaysAsItIs() {
        for xml in [
            "", "<", "<w:p>", "<w:p><w:ins ", "<w:tbl><w:tr>", "<w:p><w:ins w:id=\"1\"></w:p>",
        ] {
            #expect(completed(xml) == xml)
        }
        // A mark that joins the sign before it can't hide that sign.
        let joined = "<w:p><w:r><w:t>\u{301}kept</w:t></w:r>\(inserted)</w:p>"
        #expect(completed(joined) == joined)
    }
}
