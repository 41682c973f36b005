internal import CGit2

/// What libgit2 asks and tells while it talks to another machine.
enum RemoteCallbacks {
    /// Fills in all that are needed; the payload is a ``Remote``.
    static func fill(_ callbacks: inout git_remote_callbacks, throughProgram: Bool) {
        if throughProgram {
            callbacks.transport = { out, owner, payload in
                RemoteCallbacks.remote(payload)?.makeTransport(out, owner) ?? -1
            }
        }
        callbacks.credentials = { out, url, user, allowed, payload in
            guard let remote = RemoteCallbacks.remote(payload), let url else { return -1 }
            return remote.credentials.answer(
                out, url: String(cString: url), user: user.map { String(cString: $0) },
                allowed: allowed, settings: remote.settings)
        }
        callbacks.sideband_progress = { text, count, payload in
            guard let remote = RemoteCallbacks.remote(payload), let text, count > 0 else {
                return 0
            }
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            let words = String(decoding: bytes, as: UTF8.self)
            remote.heard += words
            remote.settings.message?(words)
            return 0
        }
        callbacks.transfer_progress = { progress, payload in
            guard let remote = RemoteCallbacks.remote(payload), let progress = progress?.pointee
            else { return 0 }
            remote.settings.progress?(
                RemoteSettings.Progress(
                    step: .receiving, done: Int(progress.received_objects),
                    total: Int(progress.total_objects)))
            return 0
        }
        callbacks.push_transfer_progress = { done, total, _, payload in
            RemoteCallbacks.remote(payload)?.settings.progress?(
                RemoteSettings.Progress(step: .sending, done: Int(done), total: Int(total)))
            return 0
        }
        callbacks.push_negotiation = { updates, count, payload in
            for index in 0..<count {
                guard let update = updates?[index]?.pointee, let name = update.dst_refname else {
                    continue
                }
                RemoteCallbacks.remote(payload)?.sent[String(cString: name)] = ObjectID(update.dst)
            }
            return 0
        }
        callbacks.push_update_reference = { name, status, payload in
            guard let name else { return 0 }
            RemoteCallbacks.remote(payload)?.answers[String(cString: name)] = .some(
                status.map { String(cString: $0) })
            return 0
        }
    }

    private static func remote(_ payload: UnsafeMutableRawPointer?) -> Remote? {
        payload.map { Unmanaged<Remote>.fromOpaque($0).takeUnretainedValue() }
    }
}
