/// The source of an XML document in the plain form in which pandoc writes.
enum XMLText {
    /// The tag that a text begins with.
    static func tag(at xml: ArraySlice<UInt8>) -> [UInt8] {
        guard let end = xml.firstIndex(of: UInt8(ascii: ">")) else { return Array(xml) }
        return Array(xml[...end])
    }

    /// The text with each of its tags replaced.
    static func mapTags(of xml: [UInt8], _ change: ([UInt8]) -> [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(xml.count)
        var rest = xml[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            result += rest[..<start]
            let tag = tag(at: rest[start...])
            result += change(tag)
            rest = rest[start...].dropFirst(tag.count)
        }
        return result + rest
    }

    /// The tags of a text.
    static func tags(of xml: [UInt8]) -> [[UInt8]] {
        var tags: [[UInt8]] = []
        _ = mapTags(of: xml) { tag in
            tags.append(tag)
            return tag
        }
        return tags
    }

    /// The text with each element of a name, none of which holds another one of its name,
    /// replaced, and what stands elsewhere as well.
    static func replacing(
        _ name: String, in xml: ArraySlice<UInt8>, with change: (ArraySlice<UInt8>) -> [UInt8],
        elsewhere: (ArraySlice<UInt8>) -> [UInt8] = { Array($0) }
    ) -> [UInt8] {
        let (open, close) = (Array("<\(name)>".utf8), Array("</\(name)>".utf8))
        var result: [UInt8] = []
        var rest = xml
        while let start = rest.firstRange(of: open),
            let end = rest[start.upperBound...].firstRange(of: close)
        {
            result += elsewhere(rest[..<start.lowerBound])
            result += change(rest[start.lowerBound..<end.upperBound])
            rest = rest[end.upperBound...]
        }
        return result + elsewhere(rest)
    }
}
