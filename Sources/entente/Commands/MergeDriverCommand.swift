internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Merging
internal import Terms

/// `merge-driver`: what Git runs to merge files of the terms.
struct MergeDriverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge-driver",
        abstract: "What git merge and git rebase run for terms.",
        discussion: """
            entente init and entente hooks install tell Git about it, in the repository's own \
            configuration. It takes the arguments %O %A %B %P that Git gives to a merge driver, \
            merges the file by meaning, as entente update does, and leaves the result in %A.

            Exit code 0 where all of it is merged, and 1 where something is left between marks, \
            which entente resolve lists and settles. With 2, nothing was written, and Git is to \
            merge line by line.

            Example: git merge other; entente resolve
            """)

    @Argument(help: "What Git gives: the files before, here and incoming, and the path.")
    var words: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        guard words.count == 4 else {
            throw Problem(
                "usage", .unable, "this is what Git runs; it gives three files and a path",
                next: "entente update merges terms by hand")
        }
        let console = Console(options, environment: ProcessInfo.processInfo.environment)
        let place = try TermsPlace(words[3])
        func state(_ path: String, isThere: (Data) -> Bool = { _ in true }) throws -> TermsFiles {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            return TermsFiles(
                isThere(bytes) ? [TermsEntry(path: place.file, bytes: Array(bytes))] : [])
        }
        // Where both sides added the file, Git gives an empty one as what was before.
        let merge = MergeResult(
            base: try state(words[0]) { !$0.isEmpty }, left: try state(words[1]),
            right: try state(words[2]), names: .ofGit)
        if merge.conflicts.contains(where: { $0.kind == .unreadable }) {
            throw Problem(
                "unreadable", .unable,
                "the file can't be read as terms on one side, so it can't be "
                    + "merged by meaning", at: words[3], next: "git merge-file")
        }
        try Data(merge.halfMerged[place.file] ?? []).write(to: URL(fileURLWithPath: words[1]))
        for flag in merge.flags { console.note(console.style.wrap(flag.sentence, indent: 2)) }
        guard !merge.conflicts.isEmpty else { return }
        for conflict in merge.conflicts {
            console.note(console.style.wrap(TextRules.visible(conflict.sentence), indent: 2))
        }
        throw Verdict.no
    }
}

extension MergeNames {
    /// The sides of a merge of which Git does not say whose they are.
    static let ofGit = MergeNames(left: "The text here", right: "The incoming text")
}
