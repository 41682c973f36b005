internal import Foundation

/// Where this package lies on disk.
public enum SourceTree {
    /// The folder of the package.
    public static let root: String = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The folder with the data that is shared between projects: `ENTENTE_SHARED`, else
    /// `shared/data` beside a folder above this package; nil where there is none.
    public static let sharedData: String? = {
        let manager = FileManager.default
        if let named = ProcessInfo.processInfo.environment["ENTENTE_SHARED"] {
            return manager.fileExists(atPath: named) ? named : nil
        }
        var folder = URL(fileURLWithPath: root)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let data = folder.appendingPathComponent("shared/data").path
            if manager.fileExists(atPath: data) { return data }
        }
        return nil
    }()

    /// The built `entente`: `ENTENTE_BINARY`, else the one beside the running tests.
    public static let entente: String? = {
        if let named = ProcessInfo.processInfo.environment["ENTENTE_BINARY"] { return named }
        let starts = [Bundle.main.bundlePath, CommandLine.arguments.first ?? "", "/proc/self/exe"]
        for start in starts {
            var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
            while folder.path != "/" {
                let program = folder.appendingPathComponent("entente").path
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder),
                    !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: program)
                {
                    return program
                }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }()

    /// A variable of the tests' own environment as a number, or a default.
    public static func number(_ variable: String, default number: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? number
    }
}
