internal import Agreement
internal import ArgumentParser
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// The two states that a command compares.
struct ComparedStates: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The framework and up to two states.", valueName: "framework|state"))
    var words: [String] = []

    /// What the words name.
    enum Found {
        /// A proposal, against the terms in force.
        case proposal(Proposal)
        /// Two states of a framework.
        case states(String, old: State, new: State)

        /// What changes.
        var comparing: Comparing {
            switch self {
            case .proposal(let proposal): Comparing(proposal)
            case .states(let name, let old, let new): Comparing(framework: name, from: old, to: new)
            }
        }

        /// Where changes come from, by the paths of the terms.
        func origins(
            of changes: [TermChange], in workspace: Workspace, history: History
        ) throws -> [TermPath: ChangeOrigin] {
            switch self {
            case .proposal(let proposal):
                return ChangeOrigins(
                    changes, of: proposal, attribution: try workspace.attribution(of: proposal)
                ).origins
            case .states(let name, let old, let new):
                return try VersionOrigins(workspace: workspace, history: history, framework: name)
                    .origins(of: changes, from: old, to: new)
            }
        }
    }

    /// Finds what is to be compared.
    func find(
        _ session: Session, in workspace: Workspace, history: History, framework: String?
    ) throws -> Found {
        var states = words
        var name = framework
        if name == nil, let first = states.first,
            try session.frameworks(in: workspace, history: history).contains(first)
        {
            name = first
            states.removeFirst()
        }
        if name == nil, states.count == 1, let found = try workspace.findProposal(states[0]) {
            name = found.framework
        }
        let subject = try session.framework(name, in: workspace, history: history)
        guard states.count <= 2 else {
            throw Problem(
                "usage", .unable, "a comparison has two states, and here are \(states.count)",
                next: "entente diff \(subject) \(states[0]) \(states[1])")
        }
        if states.count == 1, let found = try workspace.findProposal(states[0], of: subject) {
            return .proposal(try workspace.proposal(found, history: history))
        }
        if states.isEmpty, !workspace.repository.isBare {
            let (old, new) = try workspace.workingChanges(of: subject, history: history)
            return .states(subject, old: old, new: new)
        }
        let old = try workspace.state(states.first ?? "in-force", of: subject, history: history)
        let last = workspace.repository.isBare && states.count == 1 ? "in-force" : "working"
        let new = try workspace.state(
            states.count == 2 ? states[1] : last, of: subject, history: history)
        return .states(subject, old: old, new: new)
    }
}
