internal import Terms

/// A file whose bytes differ between two states.
struct ChangedFile {
    var path: String
    var old: [UInt8]?
    var new: [UInt8]?

    /// The files that differ, sorted by the bytes of their paths. Linear in their size.
    static func all(from old: TermsFiles?, to new: TermsFiles?) -> [ChangedFile] {
        var before = (old?.files ?? [])[...]
        var after = (new?.files ?? [])[...]
        var changed: [ChangedFile] = []
        // Paths are compared as bytes, so that twins in two Unicode forms stay two files.
        while let path = next(before.first?.path, after.first?.path) {
            var file = ChangedFile(path: path)
            if let first = before.first, first.path.utf8.elementsEqual(path.utf8) {
                file.old = first.bytes
                before.removeFirst()
            }
            if let first = after.first, first.path.utf8.elementsEqual(path.utf8) {
                file.new = first.bytes
                after.removeFirst()
            }
            if file.old != file.new { changed.append(file) }
        }
        return changed
    }

    private static func next(_ left: String?, _ right: String?) -> String? {
        guard let left, let right else { return left ?? right }
        return right.utf8.lexicographicallyPrecedes(left.utf8) ? right : left
    }
}
