internal import Agreement
internal import Foundation
internal import Git

/// Shows on a terminal how far a transfer has come.
final class SyncProgress {
    private let isShown: Bool
    private var shown = ""

    init(_ console: Console) {
        isShown = console.isInteractive && !console.isQuiet && !console.wantsJSON
    }

    /// Shows it, where it is something else than before.
    func show(_ progress: RemoteSettings.Progress) {
        guard isShown, progress.total > 0 else { return }
        let what = progress.step == .receiving ? "Receiving" : "Sending"
        let text = "\(what) \(progress.done * 100 / progress.total)%"
        guard text != shown else { return }
        write("\r\(text)\u{1B}[K")
        shown = text
    }

    /// Takes it away again.
    func clear() {
        guard !shown.isEmpty else { return }
        write("\r\u{1B}[K")
        shown = ""
    }

    private func write(_ text: String) {
        Output.say(text)
    }
}
