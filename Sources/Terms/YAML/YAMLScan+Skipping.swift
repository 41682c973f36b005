// Goes over white space, comments and scalars as the parser does.

extension YAMLScan {
    /// Whether white space, or nothing, stands at a byte.
    func isBlank(_ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A
    }

    /// Whether a line starts with `---` or `...` here.
    var isDocumentMark: Bool {
        guard column == 0, isBlank(at + 3), at + 3 <= bytes.count else { return false }
        let mark = bytes[at..<(at + 3)]
        return mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8)
    }

    /// Goes to the next token; false at the end of the text.
    mutating func skipBlanks() -> Bool {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "#") {
                let start = at
                skipLine()
                comments.append(start..<at)
            } else if isBlank(at) {
                step()
            } else {
                return true
            }
        }
        return false
    }

    /// Goes to the end of the line.
    mutating func skipLine() {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    }

    /// Goes over a text in quotes.
    mutating func skipQuoted() {
        let quote = bytes[at]
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            step()
            if byte == quote {
                guard quote == UInt8(ascii: "'"), at < bytes.count, bytes[at] == quote else {
                    return
                }
                at += 1
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), at < bytes.count {
                step()
            }
        }
    }

    /// Goes over a text without quotes, which may run over several lines, and returns its end.
    mutating func skipPlain() -> Int {
        let least = indent + 1
        var end = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "#"), !isDocumentMark {
            let start = at
            while !isBlank(at), !endsPlain(at) { at += 1 }
            if at > start { end = at }
            guard isBlank(at) else { break }
            while at < bytes.count, isBlank(at) { step() }
            if !isInFlow, column < least { break }
        }
        return end
    }

    private func endsPlain(_ index: Int) -> Bool {
        if bytes[index] == UInt8(ascii: ":") {
            if isBlank(index + 1) { return true }
            return isInFlow && ",?[]{}".utf8.contains(bytes[index + 1])
        }
        return isInFlow && ",[]{}".utf8.contains(bytes[index])
    }

    /// Goes over a block after `|` or `>`.
    mutating func skipBlock() {
        at += 1
        var depth: Int?
        while at < bytes.count, "0123456789+-".utf8.contains(bytes[at]) {
            if (0x31...0x39).contains(bytes[at]) { depth = max(indent, 0) + Int(bytes[at]) - 0x30 }
            at += 1
        }
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        let rest = at
        skipLine()
        if rest < at, bytes[rest] == UInt8(ascii: "#") { comments.append(rest..<at) }
        var least = max(indent + 1, 1)
        while at < bytes.count {
            step()
            while at < bytes.count, bytes[at] == 0x20, column < depth ?? .max { at += 1 }
            guard at < bytes.count else { return }
            if bytes[at] == 0x0A {
                if depth == nil { least = max(least, column) }
                continue
            }
            depth = depth ?? max(least, column)
            if column < depth ?? least { return }
            skipLine()
        }
    }

    /// Goes on by one byte, and by one line where a line ends.
    private mutating func step() {
        if bytes[at] == 0x0A { lineStart = at + 1 }
        at += 1
    }
}
