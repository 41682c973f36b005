/// All kinds of promises that are held against records.
public enum AuditRules {
    /// The rules, in the order of the sections.
    public static let all: [AuditRule] = [
        .frameworkReview,
        .objective, .success, .acknowledgement,
        .meeting, .projectReport, .milestone, .trial, .trialQuestions, .auditReview,
        .investment, .readiness, .pipelineTarget, .pipelineCoverage, .registration, .dealClash,
        .division, .settlement,
        .exclusivity, .dispute,
    ]
}
