internal import CGit2
import Glibc

/// What Git's environment variables say about configuration.
///
/// libgit2 honours none of them.
struct ConfigurationEnvironment {
    /// `GIT_CONFIG_SYSTEM`; nil for the usual file, "" for none.
    var system: String?
    /// `GIT_CONFIG_GLOBAL`; nil for the usual files, "" for none.
    var global: String?
    /// `GIT_CONFIG_COUNT` and its keys and values, in order: the highest level.
    var values: [(key: String, value: String)] = []
    /// Why the variables can't be used.
    var problem: String?

    /// Those of this process, now.
    static var process: ConfigurationEnvironment {
        ConfigurationEnvironment { name in getenv(name).map { String(cString: $0) } }
    }

    init(_ variable: (String) -> String?) {
        system = variable("GIT_CONFIG_SYSTEM").map(Self.fileOrNone)
        if let text = variable("GIT_CONFIG_NOSYSTEM"), Self.isTrue(text) { system = "" }
        global = variable("GIT_CONFIG_GLOBAL").map(Self.fileOrNone)
        guard let text = variable("GIT_CONFIG_COUNT"), !text.isEmpty else { return }
        guard let count = Int(text), (0...10_000).contains(count) else {
            problem = "GIT_CONFIG_COUNT is not a number of settings: \(text)"
            return
        }
        for index in 0..<count {
            guard let key = variable("GIT_CONFIG_KEY_\(index)"),
                let value = variable("GIT_CONFIG_VALUE_\(index)")
            else {
                problem = "GIT_CONFIG_COUNT is \(count), but key or value \(index) is missing"
                return
            }
            values.append((key, value))
        }
    }

    /// The last value of a key.
    func value(of key: String) -> String? {
        let wanted = Self.normalised(key)
        return values.last { Self.normalised($0.key).elementsEqual(wanted) }?.value
    }

    /// Where libgit2 itself is to look, by level.
    ///
    /// It only knows directories and fixed file names, so a file of another name counts for
    /// ``Repository/configuration(_:)`` but not for libgit2's own look at `safe.directory`.
    var searchPaths: [(level: Int32, path: String)] {
        var result: [(level: Int32, path: String)] = []
        if let system {
            result.append(
                (GIT_CONFIG_LEVEL_SYSTEM.rawValue, Self.directory(of: system, named: "gitconfig")))
        }
        if let global {
            result.append(
                (GIT_CONFIG_LEVEL_GLOBAL.rawValue, Self.directory(of: global, named: ".gitconfig")))
            result.append(
                (GIT_CONFIG_LEVEL_XDG.rawValue, Self.directory(of: global, named: "config")))
        }
        return result
    }

    /// The directory of a file of that name, else "".
    private static func directory(of file: String, named name: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return file == name ? "." : "" }
        guard file[file.index(after: slash)...] == name else { return "" }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    private static func fileOrNone(_ path: String) -> String {
        path == "/dev/null" ? "" : path
    }

    private static func isTrue(_ text: String) -> Bool {
        !["", "0", "false", "no", "off"].contains(text.lowercased())
    }

    /// Section and variable in lowercase; what's between them keeps its case.
    private static func normalised(_ key: String) -> [UInt8] {
        let bytes = Array(key.utf8)
        let first = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        let last = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.startIndex
        return bytes.enumerated().map { index, byte in
            guard index < first || index > last else { return byte }
            let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            return isUppercase ? byte + 32 : byte
        }
    }
}
