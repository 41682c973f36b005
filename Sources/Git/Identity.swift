/// Who, and when: Git's author or committer.
public struct Identity: Sendable, Hashable {
    /// The name, without angle brackets.
    public var name: String
    /// The e-mail address, without angle brackets.
    public var email: String
    /// Seconds since 1970 in UTC.
    public var seconds: Int64
    /// Minutes east of UTC.
    public var offsetMinutes: Int

    /// An identity from its parts.
    public init(name: String, email: String, seconds: Int64, offsetMinutes: Int = 0) {
        self.name = name
        self.email = email
        self.seconds = seconds
        self.offsetMinutes = offsetMinutes
    }

    /// What a commit's author or committer line says; nil unless it is well-formed UTF-8 of the
    /// form that Git writes.
    public init?(parsing line: some Collection<UInt8>) {
        let line = Array(line)
        guard let open = line.firstIndex(of: UInt8(ascii: "<")),
            let close = line.firstIndex(of: UInt8(ascii: ">")), open < close,
            let email = String(validating: line[(open + 1)..<close], as: UTF8.self)
        else { return nil }
        var name = line[..<open]
        if name.last == UInt8(ascii: " ") { name.removeLast() }
        let fields = line[(close + 1)...].split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard let name = String(validating: name, as: UTF8.self),
            fields.count == 3, fields[0].isEmpty,
            let seconds = Int64(String(decoding: fields[1], as: UTF8.self)),
            let offset = Self.minutes(fields[2])
        else { return nil }
        self.init(name: name, email: email, seconds: seconds, offsetMinutes: offset)
    }

    /// Minutes from "+0130".
    private static func minutes(_ zone: ArraySlice<UInt8>) -> Int? {
        let digits = zone.dropFirst()
        guard digits.count == 4, let sign = zone.first,
            digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            let number = Int(String(decoding: digits, as: UTF8.self))
        else { return nil }
        let minutes = number / 100 * 60 + number % 100
        switch sign {
        case UInt8(ascii: "+"): return minutes
        case UInt8(ascii: "-"): return -minutes
        default: return nil
        }
    }

    /// The line as a commit has it.
    ///
    /// - Throws: ``GitError`` of code ``GitError/Code/invalid`` for what `git fsck` would refuse.
    func line() throws -> String {
        for text in [name, email] {
            guard !text.utf8.contains(where: { [0, 10, 60, 62].contains($0) }) else {
                throw refused("a name or e-mail address has \"<\", \">\", a line feed or NUL")
            }
        }
        guard name.utf8.contains(where: { $0 > 32 }) else { throw refused("the name is empty") }
        guard seconds >= 0 else { throw refused("the time is before 1970") }
        guard abs(offsetMinutes) < 24 * 60 else {
            throw refused("the offset from UTC is a day or more")
        }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let offset = abs(offsetMinutes)
        let zone = padded(offset / 60) + padded(offset % 60)
        return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")\(zone)"
    }

    private func refused(_ reason: String) -> GitError {
        GitError(operation: "write an identity", code: .invalid, message: reason)
    }
}
