/// The source of an XML document in the plain form in which pandoc writes.
enum XMLText {
    /// The tag that a text begins with.
    static func tag(at xml: ArraySlice<UInt8>) -> [UInt8] {
        guard let end = xml.firstIndex(of: UInt8(ascii: ">")) else { return Array(xml) }
        return Array(xml[...end])
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
