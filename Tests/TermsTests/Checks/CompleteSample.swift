/// A small framework that answers every section without a finding, for tests that damage it.
enum CompleteSample {
    static let files = [
        "framework.yaml": framework, "parties.yaml": Sample.withAdvisor, "purpose.yaml": purpose,
        "governance.yaml": governance, "commercials.yaml": commercials,
        "safeguards.yaml": safeguards, "clauses/definitions.md": definitions,
    ]

    private static let framework =
        Sample.framework + """
            binding: true
            standard-terms:
              - {id: own, name: Own terms, version: "1", overrides: [Nothing.]}
            term: {starts: 2027-02-01, ends: 2030-01-31, renewal: tacit, notice: 6 months}
            review-on: 2028-02-28
            amendment:
              review-period: 10 business days
            waivers:
              - id: referral
                finding: share-above-80
                at: commercials.streams.referral
                reason: They only introduce.

            """

    private static let purpose = """
        why: |
          Together we sell more.
          See clauses/definitions.md.
        goals:
          - {id: a, kind: objective, holder: joint, statement: Twenty customers.}
          - {id: b, kind: material, holder: joint, statement: Revenue.}
          - {id: c, kind: subjective, holder: ada, statement: Calm nights.}
          - {id: d, kind: subjective, holder: contoso, statement: No surprises.}
          - {id: e, kind: emotional, holder: joint, statement: Trust.}
        vision:
          parties:
            contoso: {statement: Grow., intent: grow, horizon: 5 years}
            northwind: {statement: Buy., intent: acquire}
        success:
          - {id: c, party: contoso, measure: Users, target: 5 users, by: 2028-12-31}
          - {id: n, party: northwind, measure: Margin, target: 30%, by: 2028-12-31}
        objectives:
          - id: five
            statement: Five customers.
            quadrant: strategic
            owner: ada
            set-by: [ada, dora]
            metric: Contracts
            target: 5 contracts
            by: 2028-01-31
            source: Pipeline list

        """

    private static let governance = """
        roles:
          parties:
            northwind: {executive-sponsor: ada, partnership-manager: ben}
            contoso: {executive-sponsor: dora, partnership-manager: dora}
          opportunity-lead: dora
          sales-lead: ben
        advisor:
          person: frida
          appointed-by: [contoso, northwind]
          independence: {employer: Oversight, declared-on: 2027-01-15}
          fee: EUR 3,600
          fee-split: {contoso: 50%, northwind: 50%}
        meetings:
          - {id: steering, layer: steering, cadence: 3 months, who: [ada, dora, frida]}
        trial: {project: First customer., decide-by: 2027-09-15}
        audit: {cadence: 1 year, auditor: frida}

        """

    private static let commercials = """
        strategy: {mode: growth, sales-lead: ben}
        pipeline:
          target: EUR 600,000
          coverage: 3 times
          cycle: 5 months
          stages: [{id: known, name: Known, chance: 30%}, {id: offered, name: Offered, chance: 60%}]
        investments:
          - {id: n, party: northwind, kind: people, hours: 200, rate: EUR 95, by: 2028-01-31}
          - {id: c, party: contoso, kind: software, amount: "EUR 45,000"}
        readiness:
          - {id: sales, team: northwind, course: Showing it, people: 4, by: 2027-03-12}
        streams:
          - id: subscription
            kind: subscription
            base: net
            currency: EUR
            term: 3 years
            renewal: tacit
            clawback: {when: They leave., within: 12 months, share: 100%}
            years:
              - {id: first, from: 1, shares: {contoso: 60%, northwind: 40%}}
              - {id: later, from: 2, shares: {contoso: 40%, northwind: 60%}}
          - id: operations
            kind: managed-service
            base: net
            tiers:
              - {id: start, from: EUR 0, shares: {contoso: 40%, northwind: 60%}}
              - {id: more, from: "EUR 250,000", shares: {contoso: 50%, northwind: 50%}}
          - {id: referral, kind: referral, base: net, shares: {contoso: 85%, northwind: 15%}}
        waterfall:
          - {id: costs, step: pass-through}
          - {id: back, step: recoup, amount: "EUR 20,000", party: contoso}
          - {id: rest, step: split, shares: {contoso: 50%, northwind: 50%}}
        settlement: {frequency: 1 quarter, pay-within: 30 days, may-audit: [contoso, northwind]}

        """

    private static let safeguards = """
        early-warning: Speak up.
        disputes:
          partners:
            steps:
              - {id: talk, step: talk, who: [ben, dora], within: 5 business days}
              - {id: mediation, step: mediation, who: [contoso, northwind], within: 60 days}
              - {id: court, step: court, who: [contoso, northwind], within: 2 years}
          customers:
            steps:
              - {id: answer, step: talk, who: [ben], within: 1 business day}
        exclusivity:
          mode: mutual
          bound: [contoso, northwind]
          scope: Similar software.
          until: 2029-01-31
        non-solicitation: {scope: Nobody is courted., bound: [contoso, northwind], for: 12 months}
        exit:
          triggers: [Notice., A breach.]
          may-end: [contoso, northwind]
          recurring-revenue-tail: 18 months

        """

    private static let definitions = """
        # Definitions

        1. **Terms.** The following apply.
            1. **"Joint Customer"** means a customer of both.
            2. Section 1.1 counts for each Joint Customer.
        2. **Links.** See [the terms](#definitions).

        """
}
