import Foundation

/// A clause of which two sides change different sentences.
extension Alliance {
    /// A workspace with that clause.
    static func ofAnimals() throws -> Alliance {
        let clause = "Cats sleep inside. Dogs sleep outside.\n\nBirds leave early. Fish stay.\n"
        return try founded(clauses: ["animals.md": Data(clause.utf8)])
    }

    /// Two proposals that change it in different places, `ours` and `theirs`; the second is agreed.
    /// They may give other notice as well.
    func crossAnimals(notice: [String: String] = [:]) throws {
        let path = "frameworks/alliance/terms/clauses/animals.md"
        for (slug, change) in [("ours", "s/inside/upstairs/"), ("theirs", "s/early/late/")] {
            try shell("git checkout -q main -- \(path); sed -i '\(change)' \(path)")
            if let notice = notice[slug] { try must("set", "framework.term.notice", notice) }
            try must("propose", slug, "--title", slug, "--why", "Because.", "--as-is")
        }
        try agree("theirs")
    }
}
