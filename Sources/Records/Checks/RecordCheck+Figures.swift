internal import Terms

extension RecordCheck {
    func money(_ draft: Draft) -> [Finding] {
        let stream =
            draft.value["stream"]?.text
            ?? book.opening(of: draft.folder)?.value?["stream"]?.text
        let own = stream.flatMap(terms.currency(ofStream:))
        return draft.value.amounts.compactMap { path, money in
            if let own, money.currency != own {
                return draft.finding(
                    "wrong-currency", at: path.first,
                    "`\(path[0])` is in \(money.currency), and the stream "
                        + "`\(stream ?? "")` in \(own)",
                    next: "Convert it as the terms say, and record \(own)")
            }
            guard own == nil, !terms.currencies.isEmpty,
                !terms.currencies.contains(money.currency)
            else { return nil }
            return draft.finding(
                "wrong-currency", at: path.first,
                "`\(path[0])` is in \(money.currency), which the terms don't name",
                next: "Known: \(terms.currencies.sorted().joined(separator: ", "))")
        }
    }

    func invoice(_ draft: Draft) -> [Finding] {
        var found: [Finding] = []
        if let number = draft.value["number"]?.text, let known = book.invoice(number),
            known.id != draft.earlier?.id
        {
            found.append(
                draft.finding(
                    "same-invoice", at: "number",
                    "`\(TextRules.visible(number))` is on record already, "
                        + (known.id.line.map { "in line \($0)" } ?? "as \(known.id)"),
                    next: "Every invoice and credit counts once; correct the earlier one instead"))
        }
        guard draft.event.name == "credited", let number = draft.value["invoice"]?.text,
            let amount = draft.value["amount"]?.money
        else { return found }
        guard let invoice = book.invoice(number), invoice.id.folder == draft.folder,
            let whole = invoice.value?["amount"]?.money
        else {
            return found + [
                draft.finding(
                    "unknown-invoice", at: "invoice",
                    "there is no invoice `\(TextRules.visible(number))` of this deal on record")
            ]
        }
        let credited = book.records(about: draft.folder).filter {
            $0.event.name == "credited" && $0.value?["invoice"]?.text == number
                && $0.id != draft.earlier?.id
        }.compactMap { $0.value?["amount"]?.money }
        if amount.currency != whole.currency {
            found.append(
                draft.finding(
                    "wrong-currency", at: "amount",
                    "the credit is in \(amount.currency), the invoice in \(whole.currency)"))
        } else if credited.reduce(amount.minorUnits, { $0 + $1.minorUnits }) > whole.minorUnits {
            found.append(
                draft.finding(
                    "credited-twice", at: "amount",
                    "with it, more is credited than the \(whole) of the invoice"))
        }
        return found
    }

    func figures(_ draft: Draft) -> [Finding] {
        if draft.kind.name == "investments", draft.value["amount"] == nil,
            draft.value["hours"] == nil
        {
            return [draft.finding("missing-field", "neither `amount` nor `hours` is given")]
        }
        guard draft.kind.name == "measures", let of = draft.value["of"]?.text,
            let value = draft.value["value"]?.quantity, let target = terms.target(of: of),
            !value.hasUnit(of: target)
        else { return [] }
        return [
            draft.finding(
                "wrong-unit", at: "value",
                "`\(value)` is not in the unit of the target of `\(of)`, which is \(target)")
        ]
    }
}

extension Quantity {
    /// Whether it counts the same as another one: `1 contract` and `5 contracts` do.
    fileprivate func hasUnit(of other: Quantity) -> Bool {
        switch (self, other) {
        case (.money(let left), .money(let right)): left.currency == right.currency
        case (.number(_, let left), .number(_, let right)):
            left == right || left + "s" == right || left == right + "s"
        default: false
        }
    }
}
