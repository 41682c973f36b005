import Glibc

/// An open file or directory, closed with its owner.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Takes over what an `open` returned.
    init(_ number: Int32, _ operation: @autoclosure () -> String) throws {
        guard number >= 0 else { throw GitError(errno: errno, operation: operation()) }
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Everything from the start.
    func readAll(_ operation: @autoclosure () -> String) throws -> [UInt8] {
        var status = stat()
        guard fstat(number, &status) == 0 else {
            throw GitError(errno: errno, operation: operation())
        }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 1) + 1, 1 << 20))
        while true {
            let count = chunk.withUnsafeMutableBytes {
                pread(number, $0.baseAddress, $0.count, off_t(result.count))
            }
            if count == 0 { return result }
            if count < 0 {
                if errno == EINTR { continue }
                throw GitError(errno: errno, operation: operation())
            }
            result.append(contentsOf: chunk[..<count])
        }
    }

    /// All of the bytes from the current position.
    func writeAll(_ bytes: [UInt8], _ operation: @autoclosure () -> String) throws {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(number, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw GitError(errno: errno, operation: operation())
            }
            done += count
        }
    }

    /// Waits until the bytes, or a directory's names, are on the disk.
    func synchronise(_ operation: @autoclosure () -> String) throws {
        guard fsync(number) == 0 else { throw GitError(errno: errno, operation: operation()) }
    }
}

extension GitError {
    /// The operating system's error.
    init(errno number: Int32, operation: String) {
        let code: Code
        switch number {
        case ENOENT: code = .notFound
        case EEXIST: code = .exists
        default: code = .generic
        }
        self.init(
            operation: operation, code: code, category: 2,
            message: String(cString: strerror(number)))
    }
}
