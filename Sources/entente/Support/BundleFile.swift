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

    /// The bytes of a file.
    static func contents(of path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Problem(
                "unreadable-file", .unable, "the file can't be read", at: path,
                next: "Name a file that is there", detail: "\(error)")
        }
    }

    /// What is in an archive. `next` is what to do where it can't be opened.
    static func members(
        of bytes: [UInt8], at path: String,
        next: String = "Unpack it, and name the \(bundle) in it; or ask for it once more"
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
                next: "Ask for a file that entente bundle has made")
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
