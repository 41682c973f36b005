internal import Agreement
internal import Foundation
internal import Git
internal import Reports

/// A file that is mailed: an archive with a page for people and a Git bundle in it.
enum BundleFile {
    /// What the page is called.
    static let page = "read-me.html"
    /// What the bundle is called.
    static let bundle = "history.bundle"

    /// Reads a file that somebody mailed, or the bundle that was unpacked from it.
    static func read(_ path: String) throws -> GitBundle {
        let bytes = try contents(of: path)
        let isArchive = bytes.starts(with: Array("PK".utf8))
        return try parse(
            isArchive ? try member(bundle, of: try members(of: bytes, at: path), at: path) : bytes,
            at: path)
    }

    /// Refuses to write over a file that is none of these.
    static func refuseOverwriting(_ path: String) throws {
        try refuseOverwriting(path, that: "entente bundle did not make") {
            $0.map(\.path) == [page, bundle]
        }
    }

    /// Refuses to write over a file, which differs in words, unless what is in it shows that it is an
    /// earlier one of the same.
    static func refuseOverwriting(
        _ path: String, that differs: String, isSame: ([ZipArchive.Member]) -> Bool
    ) throws {
        guard let bytes = try? contents(of: path), !bytes.isEmpty else { return }
        if let members = try? ZipArchive.members(of: bytes), isSame(members) { return }
        throw Problem(
            "file-exists", .unable, "there is another file of that name, which \(differs)",
            at: path,
            next: "Name another one, or move that one away")
    }

    /// The bytes of a file.
    static func contents(of path: String) throws -> [UInt8] {
        guard !isFolder(path) else {
            throw Problem(
                "unreadable-file", .unable, "this is a folder, and not the file", at: path,
                next: "Give the file itself, as it was mailed to you; a folder is what was "
                    + "unpacked from it")
        }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Problem(
                "unreadable-file", .unable, "the file can't be read", at: path,
                next: "Name a file that is there", detail: "\(error)")
        }
    }

    /// Whether this is a folder into which somebody unpacked such a file.
    static func isUnpacked(_ path: String) -> Bool {
        isFolder(path) && FileManager.default.fileExists(atPath: "\(path)/\(bundle)")
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// What is in an archive. `next` is what to do where it can't be opened.
    static func members(
        of bytes: [UInt8], at path: String,
        next: String = "Ask for it once more: it may have been cut off on the way"
    ) throws -> [ZipArchive.Member] {
        do {
            return try ZipArchive.members(of: bytes)
        } catch {
            throw Problem(
                "bad-archive", .unable, "the file can't be opened: \(error)", at: path,
                next: next)
        }
    }

    /// One member's bytes.
    static func member(
        _ name: String, of members: [ZipArchive.Member], at path: String
    ) throws -> [UInt8] {
        guard let member = members.first(where: { $0.path == name }) else {
            throw Problem(
                "bad-archive", .unable, "there is no \(name) in it", at: path,
                next: "Ask for a file that entente has made")
        }
        return member.bytes
    }

    /// A bundle's header and objects.
    static func parse(_ bytes: [UInt8], at path: String) throws -> GitBundle {
        do {
            return try GitBundle(parsing: bytes)
        } catch {
            throw Problem(
                "not-a-bundle", .unable, "this is not a bundle: \(error)", at: path,
                next: "Ask for it once more, or for a file that entente bundle has made")
        }
    }

    /// An archive of these.
    static func archive(of members: [ZipArchive.Member], at path: String) throws -> [UInt8] {
        do {
            return try ZipArchive.bytes(of: members)
        } catch {
            throw Problem("too-large", .unable, "the file can't be made: \(error)", at: path)
        }
    }
}
