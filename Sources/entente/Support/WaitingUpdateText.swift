internal import Agreement

/// What an update that waits comes to next.
extension WaitingUpdate {
    /// What the working files hold.
    var working: String {
        let start = "halfway through the update of \(slug)"
        let draft =
            putsDraftAside
            ? ". The draft that was here is put aside: --continue and --abandon bring it back" : ""
        if let obstacle {
            return "\(start), which can't go on: \(obstacle)\(draft). Next: \(next)"
        }
        return start
            + (state == .decided ? "; all is decided: \(next)" : "; \(next) says what is open")
            + draft
    }

    /// Why it can't go on, in a sentence of its own; nil where it can.
    var note: String? {
        obstacle.map { "The update of \(slug) that you began can't go on: \($0). Next: \(next)" }
    }
}
