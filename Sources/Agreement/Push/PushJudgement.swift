internal import Git

/// What the rules say about a push: all of it is taken, or nothing (trust.md, "The server").
///
/// It is a function of the agreed history before the push and of what is pushed. The history is a
/// value, and steps of `main` are added to it, so the cost is that of the push once somebody
/// has that value.
public struct PushJudgement {
    /// Why one reference is refused.
    public struct Refusal: Sendable {
        /// The reference.
        public let reference: PushedReference
        /// What is wrong, and what to do next.
        public let problem: Problem
    }

    /// What is refused, in the order in which it was pushed; empty where the push is taken.
    public let refusals: [Refusal]
    /// The agreed history with the push, as far as it holds.
    public let history: History

    /// Judges a push.
    ///
    /// - Parameters:
    ///   - references: What is pushed, each once.
    ///   - agreed: The history of `main` as it is before the push.
    ///   - workspace: Where the objects of both are.
    /// - Throws: `GitError` where it can't judge.
    public init(
        of references: [PushedReference], onto agreed: History, in workspace: Workspace
    ) throws {
        var history = agreed
        var problems: [String: Problem] = [:]
        // `main` first: what is agreed with it may go in the same push.
        for reference in references where reference.name == References.main {
            let push = try MainPush(reference, onto: agreed, in: workspace)
            history = push.history
            problems[reference.name] = push.problem
        }
        for reference in references where reference.name != References.main {
            problems[reference.name] = try Self.problem(
                of: reference, history: history, in: workspace)
        }
        refusals = references.compactMap { reference in
            problems[reference.name].map { Refusal(reference: reference, problem: $0) }
        }
        self.history = history
    }

    private static func problem(
        of reference: PushedReference, history: History, in workspace: Workspace
    ) throws -> Problem? {
        switch ReferenceName(reference.name) {
        case .main, .other:
            return nil
        case .refused(let problem):
            // Nothing is wrong with getting rid of one.
            return reference.new == nil ? nil : problem
        case .proposal(let framework, let slug):
            return try ProposalPush(
                reference: reference, framework: framework, slug: slug, history: history,
                workspace: workspace
            ).problem()
        }
    }
}
