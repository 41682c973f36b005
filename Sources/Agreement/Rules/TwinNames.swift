internal import Git
internal import Terms

/// Names that are added to a folder, and what would lie over them on some computers.
struct TwinNames {
    private let added: Set<String>
    /// The small letters of the added names in a number: few other names have the same one.
    private let numbers: Set<UInt64>

    init(_ added: [String]) {
        self.added = Set(added.map(FoldedName.of))
        numbers = Set(self.added.map { name in Self.number(of: name.utf8) })
    }

    /// Looks through a folder, in which the names have their place already. Linear in its names.
    ///
    /// - Throws: ``Violation`` where two are the same on some computers; `GitError`.
    func refuse(in folder: ObjectID, of repository: Repository) throws {
        guard !added.isEmpty else { return }
        var folded: [String: String] = [:]
        for bytes in try repository.names(in: folder, where: mayBeTwin) {
            let name = String(decoding: bytes, as: UTF8.self)
            let key = FoldedName.of(name)
            guard added.contains(key), let twin = folded.updateValue(name, forKey: key) else {
                continue
            }
            throw Violation(
                .records,
                "the records `\(TextRules.visible(name))` and `\(TextRules.visible(twin))` have the "
                    + "same name on some computers",
                next: "Give the new one another name")
        }
    }

    /// Whether a name has to be looked at: of one of Latin letters, its number tells.
    private func mayBeTwin(_ name: UnsafeRawBufferPointer) -> Bool {
        name.contains { $0 >= 0x80 } || numbers.contains(Self.number(of: name))
    }

    /// FNV-1a over the letters, capitals as small ones.
    private static func number(of name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0xcbf2_9ce4_8422_2325) { number, byte in
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            return (number ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01b3
        }
    }
}
