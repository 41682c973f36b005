extension FieldType {
    /// A regular expression, as JSON Schema writes them, that every text matches which the field
    /// accepts; nil where any text will do, or the type is no single text.
    ///
    /// It says how a value is written and no more: that there is no 30 February, or no party of a
    /// name, it can't see.
    public var pattern: String? {
        switch self {
        case .text: #"^[^\n]*[^\s][^\n]*$"#
        case .prose: #"[^\s]"#
        case .money: "^(\(Self.moneyPattern))$"
        case .share: #"^0*(100(\.0{1,9})?|[0-9]{1,2}(\.[0-9]{1,2}0{0,7})?)%$"#
        case .duration:
            "^[0-9]+ ("
                + CalendarDuration.Unit.allCases.map(\.rawValue).joined(separator: "|") + ")s?$"
        case .date: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
        case .quantity: #"^(\#(Self.moneyPattern)|\#(Self.numberPattern)(%| [^\s]+( [^\s]+)*)?)$"#
        case .uuid: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
        case .sha256: "^[0-9a-f]{64}$"
        case .email: #"^[^@\s<>,;"()]+@[^@\s<>,;"().][^@\s<>,;"()]*\.[^@\s<>,;"().]+$"#
        case .publicKey: #"^[^ \n]+ .*[^ \n].*$"#
        case .fingerprint: "^SHA256:[A-Za-z0-9+/]{43}$"
        case .identifier: "^\(Self.idPattern)$"
        case .term: #"^(\#(Self.sectionPattern)|clauses/\#(Self.idPattern))(\.[^.\s]+)*$"#
        case .reference(let targets):
            targets.contains(.sectionOrClause)
                ? "^(\(Self.sectionPattern)|clauses/\(Self.idPattern))$" : "^\(Self.idPattern)$"
        case .boolean, .integer, .choice, .object, .list, .map: nil
        }
    }

    private static let idPattern = "[a-z][a-z0-9-]{0,62}"
    private static let sectionPattern = SectionName.allCases.map(\.rawValue).joined(separator: "|")
    private static let wholePattern = "-?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)"
    private static let numberPattern = wholePattern + #"(\.[0-9]{1,9})?"#

    /// Amounts by how many decimal places their currencies have.
    private static let moneyPattern = [0, 2, 3].map { digits in
        "(\(Currency.codes(minorDigits: digits).joined(separator: "|"))) \(wholePattern)"
            + (digits == 0 ? "" : #"(\.[0-9]{\#(digits)})?"#)
    }.joined(separator: "|")
}
