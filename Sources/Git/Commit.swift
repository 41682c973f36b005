/// A commit as its bytes say, whatever they are, as long as Git itself would take them.
///
/// This is a lenient reading of the structure: nothing is decoded, nothing is dropped. Whether a
/// commit is one to trust has to be judged on the bytes themselves.
public struct Commit: Sendable, Hashable {
    /// One header line.
    public struct Header: Sendable, Hashable {
        /// What precedes the first space.
        public var name: [UInt8]
        /// What follows it; continuation lines follow after a line feed, without their space.
        public var value: [UInt8]

        /// A header from its parts.
        public init(name: [UInt8], value: [UInt8]) {
            self.name = name
            self.value = value
        }
    }

    /// Why bytes aren't a commit.
    public struct FormatError: Error, Sendable, Hashable, CustomStringConvertible {
        /// A sentence without its full stop.
        public var description: String
    }

    /// The tree.
    public var tree: ObjectID
    /// The parents, in order.
    public var parents: [ObjectID]
    /// The value of the author line.
    public var author: [UInt8]
    /// The value of the committer line.
    public var committer: [UInt8]
    /// All headers, in order, those above included.
    public var headers: [Header]
    /// Everything after the first blank line.
    public var message: [UInt8]

    /// Parses the bytes of a commit object, in time linear in their number.
    ///
    /// The tree comes first, then the parents, the author and the committer, then anything.
    ///
    /// - Throws: ``FormatError``.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        let (headers, message) = Self.split(bytes)
        var rest = headers[...]
        func next(_ name: String) -> [UInt8]? {
            guard let header = rest.first, header.name.elementsEqual(name.utf8) else { return nil }
            rest.removeFirst()
            return header.value
        }
        func id(_ value: [UInt8]) throws(FormatError) -> ObjectID {
            guard let id = ObjectID(hexadecimal: value, acceptingUppercase: true) else {
                throw FormatError(description: "a tree or parent is not an object id")
            }
            return id
        }
        guard let tree = next("tree") else {
            throw FormatError(description: "the commit does not begin with a tree")
        }
        self.tree = try id(tree)
        parents = []
        while let parent = next("parent") { parents.append(try id(parent)) }
        guard let author = next("author") else {
            throw FormatError(description: "the commit has no author after its parents")
        }
        guard let committer = next("committer") else {
            throw FormatError(description: "the commit has no committer after its author")
        }
        self.author = author
        self.committer = committer
        self.headers = headers
        self.message = message
    }

    /// The message; nil unless it is UTF-8.
    public var messageText: String? {
        String(validating: message, as: UTF8.self)
    }

    /// The author; nil unless the line is well-formed UTF-8.
    public var authorIdentity: Identity? {
        Identity(parsing: author)
    }

    /// The committer; nil unless the line is well-formed UTF-8.
    public var committerIdentity: Identity? {
        Identity(parsing: committer)
    }

    /// The first paragraph on one line, as `git log --oneline` has it, for people: what isn't UTF-8
    /// is replaced.
    public var subject: String {
        let lines = message.split(separator: 10, omittingEmptySubsequences: false)
            .map { line in
                let isSpace: (UInt8) -> Bool = { $0 == 32 || (9...13).contains($0) }
                let end = line.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? line.startIndex
                return line[..<end]
            }
        let paragraph = lines.drop { $0.isEmpty }.prefix { !$0.isEmpty }
        return String(decoding: Array(paragraph.joined(separator: [32])), as: UTF8.self)
    }

    /// The values of the headers of a name, in order.
    public func values(of name: String) -> [[UInt8]] {
        headers.filter { $0.name.elementsEqual(name.utf8) }.map(\.value)
    }

    private static func split(_ bytes: [UInt8]) -> (headers: [Header], message: [UInt8]) {
        var headers: [Header] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let end = bytes[position...].firstIndex(of: 10) ?? bytes.endIndex
            let line = bytes[position..<end]
            position = min(end + 1, bytes.endIndex)
            if line.isEmpty { break }
            if line.first == 32, !headers.isEmpty {
                headers[headers.count - 1].value.append(10)
                headers[headers.count - 1].value.append(contentsOf: line.dropFirst())
            } else {
                let space = line.firstIndex(of: 32) ?? line.endIndex
                headers.append(
                    Header(
                        name: Array(line[..<space]), value: Array(line[space...].dropFirst())))
            }
        }
        return (headers, Array(bytes[position...]))
    }
}
