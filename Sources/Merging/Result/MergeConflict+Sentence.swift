internal import Redline
internal import Terms

extension MergeConflict {
    /// What happened, in the parties' words: "Northwind changed the fee to EUR 25,000.00. Contoso
    /// changed it to EUR 30,000.00. Before: EUR 20,000.00."
    public var sentence: String {
        // A sentence that ends within quotation marks has ended.
        told.replacing(".\".", with: ".\"")
    }

    private var told: String {
        let (one, other) = (names.left, names.right)
        let (amidOne, amidOther) = (ConflictMarks.amid(one), ConflictMarks.amid(other))
        switch kind {
        case .changed:
            return
                "\(one) changed \(subject)\(Self.to(left)). \(other) changed it\(Self.to(right))."
                + before
        case .added:
            return Self.said(left) == nil || Self.said(right) == nil
                ? "\(one) and \(amidOther) both added \(subject), with different content."
                : "\(one) added \(subject): \(Self.words(left)). \(other) added it: "
                    + "\(Self.words(right)). Before: nothing."
        case .removed:
            let isLeft = Self.isNothing(left)
            return "\(isLeft ? one : other) removed \(subject). \(isLeft ? other : one) changed it"
                + "\(Self.to(isLeft ? right : left))." + before
        case .moved where isText:
            return "\(one) and \(amidOther) moved \(subject) to different places."
        case .moved:
            return "\(one) moved \(subject) \(Self.place(left)). \(other) moved it "
                + "\(Self.place(right)). Before: \(Self.place(base))."
        case .order where isText:
            return "\(one) put in \(Self.words(left)). \(other) put in \(Self.words(right)) at the "
                + "same place."
        case .order where base.value == nil:
            return "\(one) put \(Self.list(left)) into \(subject) where \(amidOther) put "
                + "\(Self.list(right))."
        case .order:
            return "\(one) and \(amidOther) each changed the order of \(subject). "
                + "\(one): \(Self.list(left)). \(other): \(Self.list(right)). "
                + "Before: \(Self.list(base))."
        case .breach:
            return "What \(amidOne) and \(amidOther) changed does not go together: "
                + "\(finding?.message ?? label)."
        case .unreadable:
            return
                "\(one) and \(amidOther) both changed \(label), which can't be merged term by term."
        }
    }

    /// Whether it is about a part of a clause or of other prose.
    private var isText: Bool {
        [left, right, base].contains { version in
            if case .prose? = version.value?.scalar { true } else { false }
        }
    }

    /// The term in a sentence: the label of a field, the id of an item.
    private var subject: String {
        if let field = Schema.field(at: path), field.field.name == path.last {
            let label = field.field.label
            if isInText, !isAllOfText { return "\(part) of \"\(label)\"" }
            switch field.field.type {
            case .money, .share, .quantity:
                return "the \(label.prefix(1).lowercased())\(label.dropFirst())"
            default: return "\"\(label)\""
            }
        }
        if isText, path.inner.last.map({ Int($0) != nil }) ?? true { return part }
        if SectionName(rawValue: path.section) != nil, path.inner.isEmpty { return label }
        return path.inner.isEmpty ? "`\(path.section)`" : "`\(path.last)`"
    }

    private var part: String { isPassage ? "a passage" : "a sentence" }

    /// Whether it is about more than one sentence of a text.
    private var isPassage: Bool {
        [left, right, base].contains { version in
            guard case .prose(let prose)? = version.value?.scalar else { return false }
            return prose.paragraphs.count > 1
                || prose.paragraphs.contains { Sentences.split($0).count > 1 }
        }
    }

    private var before: String {
        base.value == nil && base.text != nil
            ? ""
            : Self.isNothing(base)
                ? " Before: nothing." : Self.said(base).map { " Before: \($0)." } ?? ""
    }

    private static func isNothing(_ version: Version) -> Bool {
        version.value == nil && version.text == nil
    }

    /// A value that fits into a sentence, or nil.
    private static func said(_ version: Version) -> String? {
        switch version.value {
        case .scalar(.prose(let prose))?: "\"\(prose.line)\""
        case .scalar(let scalar)?: TextRules.visible(scalar.description)
        default: nil
        }
    }

    private static func to(_ version: Version) -> String {
        said(version).map { " to \($0)" } ?? ""
    }

    private static func words(_ version: Version) -> String { said(version) ?? "nothing" }

    private static func place(_ version: Version) -> String {
        version.value?.text.map { "behind `\($0)`" } ?? "to the front"
    }

    private static func list(_ version: Version) -> String {
        (version.value?.items ?? []).map { "`\($0.value.text ?? "")`" }.joined(separator: ", ")
    }
}

extension MergeConflict.Version {
    /// A text in one line, without the marks of headings; nil where it is no text.
    public var line: String? {
        if case .prose(let prose)? = value?.scalar { prose.line } else { nil }
    }
}

extension Prose {
    /// The paragraphs in one line, parted by strokes, without the marks of headings.
    fileprivate var line: String {
        paragraphs.map { paragraph in
            let title = paragraph.drop { $0 == "#" }
            return title.startIndex > paragraph.startIndex && title.first == " "
                ? String(title.dropFirst()) : paragraph
        }.joined(separator: " / ")
    }
}
