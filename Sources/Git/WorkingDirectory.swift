import Glibc

/// The files of a working tree, reached through directories one at a time and never through a
/// symbolic link.
struct WorkingDirectory {
    /// How the name of a temporary file begins; it ends with ".lock".
    static let temporaryPrefix = ".entente-"

    /// The absolute path.
    let root: String

    /// What a walk to a directory came to.
    enum Walk: ~Copyable {
        case found(Descriptor)
        case missing
        /// Something else than a directory is at this path.
        case blocked(String)
    }

    /// A regular file that was read.
    struct Contents {
        var bytes: [UInt8]
        var isExecutable: Bool
        var status: stat
    }

    /// What is at a path.
    enum State {
        case absent
        case file(stat)
        /// Something else, or below something else.
        case other
    }

    /// Opens the directory of these components, making those that are missing if asked to.
    func walk(_ components: some Collection<[UInt8]>, creating: Bool = false) throws -> Walk {
        var directory = try Descriptor(
            open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open \(root)")
        var path: [[UInt8]] = []
        for component in components {
            path.append(component)
            let name = Self.cString(component)
            if creating, mkdirat(directory.number, name, 0o777) != 0, errno != EEXIST {
                throw GitError(errno: errno, operation: "make directory \(Self.text(path))")
            }
            switch try Self.enter(path, from: directory) {
            case .found(let next): directory = next
            case .missing: return .missing
            case .blocked(let path): return .blocked(path)
            }
        }
        return .found(directory)
    }

    /// Opens the directory that is the last component of a path, in the one that the others lead to.
    private static func enter(
        _ path: [[UInt8]], from directory: borrowing Descriptor
    ) throws -> Walk {
        let next = openat(
            directory.number, cString(path.last ?? []),
            O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if next >= 0 { return .found(try Descriptor(next, "open \(text(path))")) }
        switch errno {
        case ENOENT: return .missing
        case ENOTDIR, ELOOP: return .blocked(text(path))
        default: throw GitError(errno: errno, operation: "open \(text(path))")
        }
    }

    /// What is at a path.
    func state(_ components: [[UInt8]]) throws -> State {
        switch try walk(components.dropLast()) {
        case .missing: return .absent
        case .blocked: return .other
        case .found(let directory):
            let name = Self.cString(components.last ?? [])
            var status = stat()
            guard fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                if errno == ENOENT { return .absent }
                throw GitError(errno: errno, operation: "look at \(Self.text(components))")
            }
            return status.st_mode & S_IFMT == S_IFREG ? .file(status) : .other
        }
    }

    /// Reads a regular file; nil if there's no such any more.
    func contents(_ components: [[UInt8]]) throws -> Contents? {
        switch try walk(components.dropLast()) {
        case .missing: return nil
        case .blocked: return nil
        case .found(let directory):
            return try Self.contents(
                components.last ?? [], in: directory, "read \(Self.text(components))")
        }
    }

    static func contents(
        _ name: [UInt8], in directory: borrowing Descriptor, _ operation: String
    ) throws -> Contents? {
        // Not blocking, in case it has just become a pipe.
        let number = openat(
            directory.number, cString(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if number < 0, errno == ENOENT || errno == ELOOP { return nil }
        let file = try Descriptor(number, operation)
        var status = stat()
        guard fstat(file.number, &status) == 0 else {
            throw GitError(errno: errno, operation: operation)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Contents(
            bytes: try file.readAll(operation), isExecutable: status.st_mode & S_IXUSR != 0,
            status: status)
    }

    /// Replaces or makes a file in one step, and its directories; returns its status on disk.
    ///
    /// The new bytes are on the disk before they get the name, and the name before this returns.
    func replace(
        _ components: [[UInt8]], bytes: [UInt8], executable: Bool, lock: WorkspaceLock?
    ) throws -> stat {
        let path = Self.text(components)
        let operation = "write \(path)"
        guard let name = components.last else {
            throw GitError(operation: operation, code: .invalidName, message: "it has no name")
        }
        switch try walk(components.dropLast(), creating: true) {
        case .missing:
            throw GitError(
                operation: operation, code: .notFound, message: "its directory has gone")
        case .blocked(let place):
            throw Self.blocked(place, operation, code: .exists)
        case .found(let directory):
            var old = stat()
            if fstatat(directory.number, Self.cString(name), &old, AT_SYMLINK_NOFOLLOW) == 0,
                old.st_mode & S_IFMT != S_IFREG
            {
                throw GitError(
                    operation: operation, code: .exists,
                    message: "it is a symbolic link or something else that is not a file")
            }
            let random = String(UInt64.random(in: .min ... .max), radix: 36)
            let temporary = "\(Self.temporaryPrefix)\(random).lock"
            let place = path.utf8.dropLast(name.count)
            let noted = String(decoding: place, as: UTF8.self) + temporary
            func write() throws -> stat {
                try Self.write(
                    bytes, executable, as: name, through: temporary, in: directory, operation)
            }
            // A name with a line feed can't be noted, which costs at worst a stray file.
            guard let lock, !noted.utf8.contains(10) else { return try write() }
            return try lock.noting([.work(noted)], write)
        }
    }

    private static func write(
        _ bytes: [UInt8], _ executable: Bool, as name: [UInt8], through temporary: String,
        in directory: borrowing Descriptor, _ operation: String
    ) throws -> stat {
        let file = try Descriptor(
            openat(
                directory.number, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                executable ? 0o777 : 0o666), operation)
        do {
            try file.writeAll(bytes, operation)
            try file.synchronise(operation)
            guard renameat(directory.number, temporary, directory.number, cString(name)) == 0
            else { throw GitError(errno: errno, operation: operation) }
        } catch {
            unlinkat(directory.number, temporary, 0)
            throw error
        }
        try directory.synchronise(operation)
        var status = stat()
        guard fstat(file.number, &status) == 0 else {
            throw GitError(errno: errno, operation: operation)
        }
        return status
    }

    /// Removes a file, and those of its directories that this leaves empty, but not the first
    /// `kept` of its components.
    func remove(_ components: [[UInt8]], keeping kept: Int) throws {
        let operation = "remove \(Self.text(components))"
        for depth in stride(from: components.count - 1, through: max(kept, 0), by: -1) {
            guard case .found(let directory) = try walk(components[..<depth]) else { return }
            let isFile = depth == components.count - 1
            let name = Self.cString(components[depth])
            guard unlinkat(directory.number, name, isFile ? 0 : AT_REMOVEDIR) == 0 else {
                if isFile, errno != ENOENT { throw GitError(errno: errno, operation: operation) }
                if errno == ENOTEMPTY || errno == EEXIST || !isFile { return }
                continue
            }
            try directory.synchronise(operation)
        }
    }

    /// Removes a temporary file that a killed process has left.
    func removeTemporary(_ path: String) throws {
        guard let parts = try? PathRules.components(of: path, for: "remove \(path)"),
            case .found(let directory) = try walk(parts.dropLast())
        else { return }
        unlinkat(directory.number, Self.cString(parts.last ?? []), 0)
    }

    /// What a look at all that is below a directory does after one name.
    private enum Next {
        /// Looks at what is in that directory, later.
        case enter
        case goOn
        /// Looks at nothing more.
        case stop
    }

    /// Looks at everything below a directory, in no order.
    ///
    /// - Returns: Whether all of the directories were there.
    @discardableResult
    private func visit(
        below components: [[UInt8]],
        _ look: (_ path: [[UInt8]], _ directory: borrowing Descriptor) throws -> Next
    ) throws -> Bool {
        var isWhole = true
        /// Looks at what is in one directory and in those in it; returns whether to go on.
        func visit(_ place: [[UInt8]], _ directory: borrowing Descriptor) throws -> Bool {
            for name in try Self.names(in: directory, "list \(Self.text(place))") {
                let path = place + [name]
                switch try look(path, directory) {
                case .goOn: continue
                case .stop: return false
                case .enter: break
                }
                switch try Self.enter(path, from: directory) {
                case .missing: isWhole = false
                case .blocked(let path):
                    throw Self.blocked(path, "list \(Self.text(place))")
                case .found(let directory):
                    guard try visit(path, directory) else { return false }
                }
            }
            return true
        }
        switch try walk(components) {
        case .missing: isWhole = false
        case .blocked(let path): throw Self.blocked(path, "list \(Self.text(components))")
        case .found(let directory): _ = try visit(components, directory)
        }
        return isWhole
    }

    /// Everything below a directory but the directories, sorted by the bytes of the paths.
    ///
    /// Files of at most `limit` bytes are read.
    func list(_ components: [[UInt8]], limit: Int) throws -> [WorkingFile] {
        var result: [WorkingFile] = []
        try visit(below: components) { path, directory in
            guard let file = try Self.look(at: path, in: directory, limit: limit) else {
                return .enter
            }
            result.append(file)
            return .goOn
        }
        return result.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// What the file system says about everything below a directory, without a look into files:
    /// names, kinds, sizes, places on disk, and when each was last changed. Nil where something was
    /// changed so lately that it could be changed again, and all of this would stay the same.
    func stamp(_ components: [[UInt8]]) throws -> [UInt8]? {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var entries: [[UInt8]] = []
        var isSettled = true
        let isWhole = try visit(below: components) { path, directory in
            var status = stat()
            let name = Self.cString(path.last ?? [])
            guard fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                isSettled = false
                return .stop
            }
            if status.st_mode & S_IFMT == S_IFDIR { return .enter }
            isSettled = max(status.st_mtim.tv_sec, status.st_ctim.tv_sec) + 2 < now.tv_sec
            if isSettled { entries.append(Self.stamp(path, status)) }
            return isSettled ? .goOn : .stop
        }
        guard isWhole, isSettled else { return nil }
        return Array(entries.sorted { $0.lexicographicallyPrecedes($1) }.joined())
    }

    private static func stamp(_ path: [[UInt8]], _ status: stat) -> [UInt8] {
        var entry = Array(path.joined(separator: [47])) + [0]
        for number in [
            Int64(status.st_mode), Int64(bitPattern: UInt64(status.st_dev)),
            Int64(bitPattern: UInt64(status.st_ino)), Int64(status.st_size),
            Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
            Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec),
        ] {
            withUnsafeBytes(of: number.littleEndian) { entry.append(contentsOf: $0) }
        }
        return entry
    }

    /// Whether there is anything but directories below a directory.
    func holdsFiles(_ components: [[UInt8]]) throws -> Bool {
        var isFound = false
        try visit(below: components) { path, directory in
            isFound = try Self.look(at: path, in: directory, limit: 0) != nil
            return isFound ? .stop : .enter
        }
        return isFound
    }

    /// The names of the directories that are directly in one, in no order.
    func directories(in components: [[UInt8]]) throws -> [[UInt8]] {
        let operation = "list \(Self.text(components))"
        switch try walk(components) {
        case .missing: return []
        case .blocked(let path): throw Self.blocked(path, operation)
        case .found(let directory):
            return try Self.names(in: directory, operation).filter { name in
                try Self.look(at: components + [name], in: directory, limit: 0) == nil
            }
        }
    }

    /// What stands in the way of a directory.
    static func blocked(
        _ path: String, _ operation: String, code: GitError.Code = .invalidName
    ) -> GitError {
        GitError(
            operation: operation, code: code,
            message: "\(path) is a symbolic link or file and not a directory")
    }

    /// What is at a path; nil for a directory, whose files are to be listed instead.
    static func look(
        at path: [[UInt8]], in directory: borrowing Descriptor, limit: Int
    ) throws -> WorkingFile? {
        let operation = "look at \(text(path))"
        guard let text = String(validating: Array(path.joined(separator: [47])), as: UTF8.self)
        else {
            throw GitError(
                operation: operation, code: .invalidName, message: "the file name is not UTF-8")
        }
        let name = path.last ?? []
        var status = stat()
        guard fstatat(directory.number, cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw GitError(errno: errno, operation: operation)
        }
        var file = WorkingFile(path: text, kind: .other, size: Int(status.st_size), bytes: nil)
        switch status.st_mode & S_IFMT {
        case S_IFDIR where PathRules.isComponent(name): return nil
        case S_IFLNK: file.kind = .symlink
        case S_IFREG:
            file.kind = .file(executable: status.st_mode & S_IXUSR != 0)
            if file.size <= limit, let contents = try contents(name, in: directory, operation) {
                file.size = contents.bytes.count
                file.bytes = contents.bytes.count <= limit ? contents.bytes : nil
            }
        default: break
        }
        return file
    }

    /// The names of all that is directly in a directory, in no order.
    static func names(
        in directory: borrowing Descriptor, _ operation: String
    ) throws -> [[UInt8]] {
        // The stream closes what it's given, so it's given a descriptor of its own.
        let own = openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = fdopendir(own) else {
            throw GitError(errno: errno, operation: operation)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw GitError(errno: errno, operation: operation) }
                return names
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [46], name != [46, 46] { names.append(name) }
        }
    }

    private static func cString(_ name: [UInt8]) -> [CChar] {
        name.map { CChar(bitPattern: $0) } + [0]
    }

    private static func text(_ name: [UInt8]) -> String {
        String(decoding: name, as: UTF8.self)
    }

    private static func text(_ components: some Collection<[UInt8]>) -> String {
        String(decoding: Array(components.joined(separator: [47])), as: UTF8.self)
    }
}
