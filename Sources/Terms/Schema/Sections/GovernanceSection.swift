extension Schema {
    /// `governance.yaml`: who answers for what.
    static let governance: [Field] = [
        Field("roles", "Roles", "Who has which role?", .object(roles), .expected)
            .why("A task that two have is done by nobody.").tagged(.control),
        Field(
            "responsibilities", "Responsibilities", "Who is responsible for what?",
            .items(responsibility), .expected
        ).why("One row for each thing that must not fall between two chairs.").tagged(.control),
        Field(
            "advisor", "Independent advisor", "Which independent third party looks on?",
            .object(advisor), .expected
        ).why("Somebody whom both sides believe can say what neither can say to the other.")
            .commonly("one between companies that compete elsewhere").tagged(.control),
        Field("meetings", "Meetings", "Who meets when?", .items(meeting), .expected)
            .why("What has no place to be said is not said.")
            .commonly("three levels").tagged(.control),
        Field(
            "decisions", "Decisions", "Who decides what, and how?", .items(decision), .expected
        ).why("Most delays wait for somebody who did not know that it was their turn.")
            .tagged(.control),
        Field(
            "customer-projects", "Customer projects", "How do we run projects for customers?",
            .object(customerProjects), .expected
        ).why("The customer sees one team, or two that blame each other.").tagged(.control),
        Field(
            "trial", "Trial project", "Which first project tests this framework?", .object(trial),
            .expected
        ).why("Small enough to survive, real enough to teach.")
            .commonly("three to six months").tagged(.risk),
        Field("risks", "Risks", "What could go wrong?", .items(risk), .expected)
            .why("A danger that has a name and an owner is half as bad.").tagged(.risk),
        Field(
            "audit", "Audit", "Who checks that we do what we agreed?", .object(audit), .expected
        ).why("Trust grows where it may be checked.").tagged(.control),
    ]

    private static let roles: [Field] = [
        Field(
            "parties", "Each party", "Who answers for the relationship on each side?",
            .map(.party, .object(partyRoles)), .expected
        ).why("Companies have no telephone; people have."),
        Field(
            "project-manager", "Project manager",
            "Who manages all parts of our work as one project?", .person
        ).worthAsking().why(
            "Sales, training, marketing and delivery are late together or not at all."),
        Field(
            "opportunity-lead", "Opportunity lead", "Who is the one lead on opportunities?",
            .person
        ).worthAsking().why("One person, so that no customer is asked twice."),
        Field("sales-lead", "Sales lead", "Who leads sales?", .person)
            .worthAsking().why("Somebody has to say what is offered to whom, and by whom."),
        Field("metrics-owner", "Metrics owner", "Who keeps the figures?", .person)
            .worthAsking().why("Two lists of figures are two truths."),
    ]

    private static let partyRoles: [Field] = [
        Field(
            "executive-sponsor", "Executive sponsor", "Who decides when it matters?", .person
        ).worthAsking().why("Somebody who can say yes without asking."),
        Field(
            "partnership-manager", "Partnership manager", "Who answers for the relationship?",
            .person
        ).worthAsking().why("The one person whom the other side calls."),
        Field("deputy", "Deputy", "Who stands in?", .person)
            .why("Holidays come in the worst week."),
    ]

    private static let responsibility: [Field] = [
        .id,
        Field("activity", "Activity", "What is to be done?", .text, .required)
            .why("Name what was forgotten last time.").example("Find and qualify customers"),
        Field(
            "responsible", "Responsible", "Who does it?", .list(.partyOrPerson, .set), .required
        ).why("Parties or, better, people."),
        Field("accountable", "Accountable", "Who answers for it?", .partyOrPerson, .required)
            .why("One only, or everybody points at everybody."),
        Field("consulted", "Consulted", "Who is asked before?", .list(.partyOrPerson, .set))
            .why("Those whose work it changes."),
        Field("informed", "Informed", "Who is told after?", .list(.partyOrPerson, .set))
            .why("Those who would otherwise hear it from a customer."),
    ]

    private static let advisor: [Field] = [
        Field("person", "Person", "Who is it?", .person, .required)
            .why("Somebody who works for neither of you."),
        Field(
            "appointed-by", "Appointed by", "Who appointed the advisor?", .list(.party, .set),
            .required
        ).why("All parties, or it is not independent."),
        Field(
            "independence", "Independence", "What ties does the advisor have?",
            .object(independence)
        ).why("A tie that is known can be weighed, one that comes out ends the trust.")
            .tagged(.risk),
        Field("fee", "Fee", "What does the advisor cost?", .money)
            .worthAsking().why("Advice that costs nothing has another price.").example("EUR 2,500"),
        Field("fee-per", "Fee per", "For which time?", .duration)
            .why("A fixed fee makes the advice independent of how long you quarrel.")
            .example("3 months"),
        Field("fee-split", "Fee split", "Who pays which part?", .split)
            .worthAsking().why("Who pays alone is believed alone.").commonly("equal parts"),
        Field("powers", "Powers", "What may the advisor do?", .list(.text, .ordered))
            .why("An advisor who may see nothing can only guess.")
            .example("Call a meeting of the executives within five business days"),
    ]

    private static let independence: [Field] = [
        Field("employer", "Employer", "Who employs the advisor?", .text)
            .worthAsking().why("Nobody is independent of who pays the salary.").example(
                "Fair Hand Governance"),
        Field("interests", "Interests", "Which interests are declared?", .prose)
            .why("Shares, other work, friends and family.")
            .example("No shares in, and no other work for, any of the parties."),
        Field("declared-on", "Declared on", "When?", .date)
            .why("Ties change; ask again each year.").example("2027-01-15"),
    ]

    private static let meeting: [Field] = [
        .id,
        Field(
            "layer", "Layer", "At which level?",
            .choice([
                .init("steering", meaning: "executives"),
                .init("management", meaning: "partnership managers"),
                .init("operating", meaning: "daily work"),
            ]), .required
        ).why("What one level can't settle goes to the next."),
        Field("cadence", "Every", "How often?", .duration, .required)
            .why("A meeting that is called when needed is called too late.")
            .commonly("each quarter, each month and each week").example("1 month"),
        Field("who", "Who", "Who takes part?", .list(.partyOrPerson, .set), .required)
            .why("Those who can decide what is on the table."),
        Field("agenda", "Agenda", "What is always talked about?", .prose)
            .why("The question that nobody likes to ask is asked because it is on the list.")
            .example("Pipeline, projects, open complaints, risks, and promises that are due."),
    ]

    private static let decision: [Field] = [
        .id,
        Field("topic", "Topic", "What is decided?", .text, .required)
            .why("Start with what you argued about already.")
            .example("Spending that no budget covers"),
        Field("rule", "Rule", "By which rule?", .prose, .required)
            .why("Say who decides, who is asked, and what happens when they disagree.")
            .example("Both executive sponsors agree in writing beforehand."),
    ]

    private static let customerProjects: [Field] = [
        Field(
            "overseer", "Overseer", "Who looks on, for the customer and for us?", .partyOrPerson
        ).why("A third pair of eyes sees what both sides got used to."),
        Field("reporting", "Reporting", "What is reported to whom?", .prose)
            .why("The customer and both sponsors read the same page.")
            .example("One page: what was promised, what is done, what is late and why."),
        Field("contact", "Contact", "Whom does the customer call?", .partyOrPerson)
            .why("A customer who is sent from one to the other calls neither again."),
        Field("cadence", "Every", "How often?", .duration)
            .why("Often enough that no surprise is older than that.").example("2 weeks"),
    ]

    private static let trial: [Field] = [
        Field("project", "Project", "Which project for which customer?", .prose, .required)
            .why("A partnership is learned on a real customer.")
            .example("Ten users of one customer move to the joint service."),
        Field(
            "exit-questions", "Questions at the end", "What do we ask ourselves after it?",
            .list(.text, .ordered)
        ).worthAsking().why("Whoever writes them down before can't bend them after.")
            .example("Would the customer do it again?"),
        Field("decide-by", "Decide by", "When do we decide whether to go on?", .date)
            .worthAsking().why("A trial without an end is a partnership that nobody decided on.")
            .example("2027-09-30").tagged(.control),
        Field("decided-by", "Decided by", "Who decides?", .list(.person, .set))
            .worthAsking().why("At least one of each party, as for the agreement itself.").tagged(
                .control),
    ]

    private static let risk: [Field] = [
        .id,
        Field("risk", "Risk", "What could happen?", .prose, .required)
            .why("Add those that keep you awake.")
            .example("The person who holds the relationship together leaves."),
        Field(
            "likelihood", "Likelihood", "How likely is it?", .choice("low", "medium", "high")
        ).why("It tells which one to talk about first."),
        Field("impact", "Impact", "How bad would it be?", .choice("low", "medium", "high"))
            .why("What is rare and ruinous needs a plan, too."),
        Field("owner", "Owner", "Who watches it?", .person)
            .why("One person, who says so when it comes closer."),
        Field("response", "Response", "What do we do about it?", .prose)
            .why("Before it happens, and when it does.")
            .example("Every role has a deputy who takes part at least once a month."),
    ]

    private static let audit: [Field] = [
        Field("cadence", "Every", "How often?", .duration, .required)
            .why("A check that is planned is no accusation.").commonly("once a year")
            .example("1 year"),
        Field("auditor", "Auditor", "Who checks?", .partyOrPerson)
            .why("Nobody should check their own work."),
        Field("sources", "Sources", "From which records?", .list(.text, .ordered))
            .why("What is not recorded can't be checked.").example("Records of this framework"),
    ]
}
