internal import CGit2

/// The one gate into libgit2: every negative status becomes an error.
///
/// The message is read before anything else can run, because libgit2 keeps it per thread and only
/// until the next failure; it's cleared before the call, so that it can't be an older one.
@discardableResult
func call(_ operation: @autoclosure () -> String, _ body: () -> Int32) throws -> Int32 {
    try Library.start()
    git_error_clear()
    let status = body()
    guard status < 0 else { return status }
    throw GitError(status: status, operation: operation())
}

/// Like ``call(_:_:)``, with nil for "not found".
func callIfFound(_ operation: @autoclosure () -> String, _ body: () -> Int32) throws -> Int32? {
    do {
        return try call(operation(), body)
    } catch let error as GitError where error.code == .notFound {
        return nil
    }
}

/// Like ``call(_:_:)`` for a step of an iteration: false at its end, and only there.
func callUnlessOver(_ operation: @autoclosure () -> String, _ body: () -> Int32) throws -> Bool {
    do {
        try call(operation(), body)
        return true
    } catch let error as GitError where error.code.rawValue == GIT_ITEROVER.rawValue {
        return false
    }
}

extension GitError {
    fileprivate init(status: Int32, operation: String) {
        let last = git_error_last()
        let text = last?.pointee.message.map { String(cString: $0) } ?? ""
        self.init(
            operation: operation,
            code: Code(rawValue: status),
            category: last?.pointee.klass ?? 0,
            message: text.isEmpty ? "libgit2 failed with status \(status)" : text)
    }
}

/// The C object that `create` makes, freed with its owner.
struct Handle: ~Copyable {
    let pointer: OpaquePointer
    private let release: (OpaquePointer?) -> Void

    init(
        _ operation: @autoclosure () -> String,
        freedBy release: @escaping (OpaquePointer?) -> Void,
        _ create: (inout OpaquePointer?) -> Int32
    ) throws {
        var made: OpaquePointer?
        try call(operation()) { create(&made) }
        guard let made else {
            throw GitError(
                operation: operation(), code: .generic, message: "libgit2 made no object")
        }
        self.pointer = made
        self.release = release
    }

    /// Like the other initialiser, with nil for "not found".
    init?(
        ifFound operation: @autoclosure () -> String,
        freedBy release: @escaping (OpaquePointer?) -> Void,
        _ create: (inout OpaquePointer?) -> Int32
    ) throws {
        do {
            try self.init(operation(), freedBy: release, create)
        } catch let error as GitError where error.code == .notFound {
            return nil
        }
    }

    deinit {
        release(pointer)
    }
}
