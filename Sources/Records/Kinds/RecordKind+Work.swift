internal import Terms

extension RecordKind {
    /// `acknowledgements/`: a person shares the values.
    static let acknowledgements = RecordKind(
        "acknowledgements", of: "acknowledgement", "Acknowledgements",
        "Who shares the values, and since when", subject: .field("person"),
        [
            RecordEvent(
                "shared", "A person shares the values of a version.",
                by: .personOrManager("person"),
                [
                    Field("person", "Person", "Who shares the values?", .person, .required)
                        .why("People share values, companies can't."),
                    Field(
                        "version", "Version", "Of which version?", .integer(1...1_000_000),
                        .required
                    ).why("Values change too, and nobody shares what they have not read.")
                        .example("1"),
                ])
        ])

    /// `projects/`: what was done for a customer.
    static let projects = RecordKind(
        "projects", of: "project", "Projects", "What is done for customers together",
        subject: .named("Which project?"),
        [
            RecordEvent(
                "opened", "Work for a customer begins.", as: .opening,
                [
                    Field("customer", "Customer", "For which customer?", .text, .required)
                        .why("Everything else about the project is about them.")
                        .example("Lift AG"),
                    Field("lead", "Lead", "Which party leads?", .party, .required)
                        .why("The customer wants one to call."),
                    Field("manager", "Project manager", "Who manages it?", .person, .required)
                        .why("A project without one is nobody's."),
                    Field(
                        "deal", "Deal", "From which deal does it come?",
                        .reference([.record(of: "deals")])
                    ).why("What was sold is what has to be done."),
                    Field(
                        "trial", "Trial", "Is it the trial of this framework?", .boolean
                    ).why("A trial ends with questions and a decision."),
                    Field("milestones", "Milestones", "What is due when?", .items(milestone))
                        .why("A date slips long before a project fails."),
                ]),
            RecordEvent(
                "milestone", "A milestone is reached.", as: .after,
                [
                    Field("milestone", "Milestone", "Which one?", .identifier, .required)
                        .why("It was promised under this name.").example("go-live")
                ]),
            RecordEvent(
                "report", "How the project stands.", as: .after,
                by: .named("governance.customer-projects.overseer"),
                [
                    Field(
                        "state", "State", "How does it stand?",
                        .choice("on-track", "at-risk", "off-track"), .required
                    ).why("One word that can't be read in two ways."),
                    Field("text", "Report", "What is there to report?", .prose, .required)
                        .why("The word alone helps nobody."),
                ]),
            RecordEvent(
                "reviewed", "The questions at the end are answered.", as: .after,
                [
                    Field("answers", "Answers", "What was answered?", .items(answer), .required)
                        .why("They were asked before anybody knew the answers.")
                ]),
            RecordEvent(
                "closed", "The project ends.", as: .after,
                [
                    Field(
                        "outcome", "Outcome", "How did it end?", .choice("delivered", "stopped"),
                        .required
                    ).why("Both sides should remember it the same way.")
                ]),
            RecordEvent(
                "decided", "What follows from the trial.", as: .after,
                [
                    Field(
                        "decision", "Decision", "How does it go on?",
                        .choice("continue", "change", "end"), .required
                    ).why("A trial without a decision goes on for ever."),
                    Field("why", "Why", "Why?", .prose, .required)
                        .why("The next trial starts from here."),
                ]),
        ])

    private static let milestone = [
        Field.id,
        Field("name", "Milestone", "What is reached?", .text, .required)
            .why("Everybody has to know when it is."),
        Field("by", "By", "By when?", .date, .required).why("Without a date it is a wish."),
    ]

    private static let answer = [
        Field("question", "Question", "Which question?", .text, .required)
            .why("Answers are read without the terms beside them."),
        Field("answer", "Answer", "What is the answer?", .prose, .required)
            .why("A yes without a reason is soon forgotten."),
    ]

    /// `meetings/`: who met, and what was decided.
    static let meetings = RecordKind(
        "meetings", of: "meeting", "Meetings", "Who met, and what was decided",
        subject: .field("meeting"),
        [
            RecordEvent(
                "held", "People met.",
                [
                    Field(
                        "meeting", "Meeting", "Which of the agreed meetings?",
                        .reference([.item(of: "governance.meetings")]), .required
                    ).why("Meetings that stop are the first sign that something else does."),
                    Field("who", "Who", "Who came?", .list(.person, .set), .required)
                        .why("What was decided binds those who were there."),
                    Field("decided", "Decided", "What was decided?", .list(.prose, .ordered))
                        .why("Two people remember two decisions."),
                ])
        ])

    /// `reviews/`: the verdict of somebody who looks from outside.
    static let reviews = RecordKind(
        "reviews", of: "review", "Reviews", "What the auditor found, term by term",
        subject: .person,
        [
            RecordEvent(
                "given", "The auditor's verdict.", by: .named("governance.audit.auditor"),
                [
                    Field("verdicts", "Verdicts", "What holds?", .items(verdict), .required)
                        .why("A praise for everything is a praise for nothing."),
                    Field("summary", "Summary", "In a few sentences?", .prose)
                        .why("Most people read no further."),
                ])
        ])

    private static let verdict = [
        Field("term", "Term", "About which term?", .term, .required)
            .why("A verdict is about a promise."),
        Field(
            "status", "Status", "Is it kept?",
            .choice("kept", "drifting", "broken", "not-yet-due", "unknown"), .required
        ).why("Drifting is what can still be mended."),
        Field("why", "Why", "What shows it?", .prose, .required)
            .why("A number without its reasons starts a quarrel."),
    ]

    /// `health/`: how each side feels about itself and the other.
    static let health = RecordKind(
        "health", of: "rating", "Health", "How each side rates itself and the other",
        subject: .party,
        [
            RecordEvent(
                "rated", "A side rates a party, 1 (bad) to 5 (good).",
                [
                    Field("of", "Of", "Which party is rated?", .party, .required)
                        .why("Rate yourself as well: the gap between the two is the signal.")
                ]
                    + [
                        ("trust", "Trust", "Do we trust what is said?"),
                        ("communication", "Communication", "Do we hear in time?"),
                        ("fairness", "Fairness", "Is it fair?"),
                        ("team-orientation", "Team orientation", "Is it one team?"),
                        ("innovation", "Innovation", "Do new things come of it?"),
                        ("focus", "Focus", "Is it important enough?"),
                    ].map { name, label, question in
                        Field(name, label, question, .integer(1...5), .required)
                            .why("What nobody asks for is said too late.")
                    })
        ])
}
