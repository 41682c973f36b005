internal import Agreement

/// What an update that waits comes to next.
extension WaitingUpdate {
    /// The command that is next.
    var next: String {
        switch state {
        case .undecided: "entente resolve"
        case .decided: "entente update \(slug) --continue"
        case .revised: "entente update \(slug) --abandon, then entente update \(slug)"
        case .over: "entente update \(slug) --abandon"
        }
    }

    /// What the working files hold.
    var working: String {
        let start = "halfway through the update of \(slug)"
        if let obstacle { return "\(start), which can't go on: \(obstacle). Next: \(next)" }
        return start
            + (state == .decided ? "; all is decided: \(next)" : "; \(next) says what is open")
    }

    /// Why it can't go on; nil where it can.
    var obstacle: String? {
        switch state {
        case .undecided, .decided: nil
        case .revised: "\(slug) was revised since it began"
        case .over: "\(slug) is no longer open"
        }
    }

    /// The same in a sentence of its own.
    var note: String? {
        obstacle.map { "The update of \(slug) that you began can't go on: \($0). Next: \(next)" }
    }
}
