internal import Foundation
internal import Git

/// Writing to standard output and standard error.
enum Output {
    /// Writes a result. Where nobody can take it, the program ends and says so: what it was asked
    /// to do is done then, but whoever reads what it prints must not take that for all of it.
    static func write(_ bytes: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            let reason = String(cString: strerror(errno))
            say("entente: the result can't be written: \(reason)\n  next:  entente status\n")
            Library.waitForStart()
            exit(2)
        }
    }

    /// Says something on standard error; where that is gone, nobody can be told.
    static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
