internal import Foundation

/// Writing to standard output and standard error.
enum Output {
    /// Writes a result. Where nobody can take it, the program ends and says so: what it was asked
    /// to do is done then, but whoever reads what it prints must not take that for all of it.
    static func write(_ bytes: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            endUnwritten()
        }
    }

    /// Ends the process without what libraries do at an end: libgit2 may be starting on another
    /// thread.
    static func end(_ code: Int32) -> Never {
        guard fflush(nil) == 0 else { endUnwritten() }
        _exit(code)
    }

    private static func endUnwritten() -> Never {
        let reason = String(cString: strerror(errno))
        say("entente: the result can't be written: \(reason)\n  next:  entente status\n")
        _exit(2)
    }

    /// Says something on standard error; where that is gone, nobody can be told.
    static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
