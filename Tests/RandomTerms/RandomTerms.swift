package import Terms

/// Makes random terms over the real schema, and edits them at random places.
package struct RandomTerms {
    package var random: Random
    private var serial = 0

    package init(seed: UInt64) { random = Random(state: seed) }

    // MARK: Making

    /// A value with every required field and most of the others; no two texts are the same.
    package mutating func value(of type: FieldType) throws -> Value {
        switch type {
        case .object(let fields):
            var members: [Value.Member] = []
            for field in fields where field.presence == .required || chance(80) {
                members.append(.init(key: field.name, value: try value(of: field.type)))
            }
            return .object(members)
        case .list(let type, let order):
            var items: [Value.Item] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                items.append(try item(of: type))
            }
            if order == .set { items.sort { ($0.value.text ?? "") < ($1.value.text ?? "") } }
            return .list(items)
        case .map(_, let type):
            var members: [Value.Member] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                members.append(.init(key: name(), value: try value(of: type)))
            }
            return .object(members.sorted { $0.key < $1.key })
        default:
            return .scalar(try ScalarReader.read(written(type), as: type))
        }
    }

    package mutating func item(of type: FieldType) throws -> Value.Item {
        let value = try value(of: type)
        return Value.Item(id: type.hasIdentity ? value["id"]?.text : nil, value: value)
    }

    package mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    private mutating func number() -> Int {
        serial += 1
        return serial
    }

    package mutating func name() -> String { "\(["x", "q", "m"][serial % 3])\(number())" }

    private func padded(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: width - String(number).count) + String(number)
    }

    private mutating func written(_ type: FieldType) -> String {
        switch type {
        case .prose:
            ["We agree on \(number()). ", "Nobody\n\npays more than EUR 5.00", "Fine: # \"so\". "]
                .shuffled(using: &random).joined() + String(number())
        case .boolean: chance(50) ? "true" : "false"
        case .integer(let range): String(Int64.random(in: range, using: &random))
        case .money: "EUR \(number()).00"
        case .share: Share.percent(Int.random(in: 0...10_000, using: &random))
        case .duration: "\(number() + 1) days"
        case .date: CalendarDate(dayNumber: 20_000 + number()).description
        case .quantity: "\(number()) customers"
        case .uuid: "00000000-0000-4000-8000-\(padded(number(), 12))"
        case .sha256: padded(number(), 64)
        case .email: "a\(number())@example.com"
        case .publicKey: "ssh-ed25519 A\(number())"
        case .term: "governance.risks.r\(number()).owner"
        case .fingerprint: "SHA256:\(padded(number(), 43))"
        case .choice(let choices): choices.randomElement(using: &random)?.value ?? ""
        default: name()
        }
    }

    // MARK: Editing

    package enum Edit { case change, remove, gain, add, move }

    /// The edits that a value allows, by path.
    package func edits(
        of value: Value, as type: FieldType, at path: TermPath
    ) -> [(TermPath, Edit)] {
        switch (type, value) {
        case (.object(let fields), .object(let members)):
            return members.flatMap { member -> [(TermPath, Edit)] in
                guard let field = fields.first(where: { $0.name == member.key }) else { return [] }
                let inner = path.appending(member.key)
                return edits(of: member.value, as: field.type, at: inner)
                    + (field.presence == .required ? [] : [(inner, .remove)])
            }
        case (.map(_, let type), .object(let members)):
            return members.flatMap { member -> [(TermPath, Edit)] in
                let inner = path.appending(member.key)
                return [(inner, .remove)] + edits(of: member.value, as: type, at: inner)
            }
        case (.list(_, .set), _):
            return [(path, .gain)]
        case (.list(let type, .ordered), .list(let items)):
            var found: [(TermPath, Edit)] = []
            for (index, item) in items.enumerated() {
                let inner = path.appending(item.id ?? String(index + 1))
                found += edits(of: item.value, as: type, at: inner)
                if item.id != nil { found.append((inner, .remove)) }
            }
            if type.hasIdentity { found.append((path, items.count > 2 ? .move : .add)) }
            return found
        case (.identifier, _): return []
        case (.integer(let range), _) where range.count == 1: return []
        default: return [(path, .change)]
        }
    }

    /// The value with edits made at the paths below; what they should be told as is added.
    package mutating func apply(
        _ edits: [TermPath: Edit], to value: Value, as type: FieldType, at path: TermPath,
        told: inout [String]
    ) throws -> Value? {
        switch edits[path] {
        case .remove:
            told.append("\(path) removed")
            return nil
        case .change:
            var new = value
            while new == value { new = try self.value(of: type) }
            told.append("\(path) changed")
            return new
        default: break
        }
        switch (type, value) {
        case (.object(let fields), .object(let members)):
            var result: [Value.Member] = []
            for member in members {
                guard let field = fields.first(where: { $0.name == member.key }),
                    let new = try apply(
                        edits, to: member.value, as: field.type, at: path.appending(member.key),
                        told: &told)
                else { continue }
                result.append(.init(key: member.key, value: new))
            }
            return .object(result)
        case (.map(_, let type), .object(let members)):
            var result: [Value.Member] = []
            for member in members {
                let inner = path.appending(member.key)
                guard
                    let new = try apply(edits, to: member.value, as: type, at: inner, told: &told)
                else { continue }
                result.append(.init(key: member.key, value: new))
            }
            return .object(result)
        case (.list(let type, .set), .list(let items)):
            guard edits[path] == .gain else { return value }
            told.append("\(path) changed")
            return .list(
                (items + [try item(of: type)])
                    .sorted { ($0.value.text ?? "") < ($1.value.text ?? "") })
        case (.list(let type, .ordered), .list(let items)):
            var result: [Value.Item] = []
            for (index, item) in items.enumerated() {
                let inner = path.appending(item.id ?? String(index + 1))
                guard let new = try apply(edits, to: item.value, as: type, at: inner, told: &told)
                else { continue }
                result.append(Value.Item(id: item.id, value: new))
            }
            if edits[path] == .add {
                let item = try item(of: type)
                told.append("\(path.appending(item.id ?? "")) added")
                result.insert(item, at: Int.random(in: 0...result.count, using: &random))
            }
            if edits[path] == .move, result.count > 2, let first = result.first {
                told.append(
                    "\(path.appending(first.id ?? "")) moved after \(result.last?.id ?? "")")
                result = Array(result.dropFirst()) + [first]
            }
            return .list(result)
        default:
            return value
        }
    }
}

extension Value {
    /// The value as JSON, which is YAML.
    package var json: String {
        switch self {
        case .scalar(let scalar):
            "\""
                + scalar.description.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
                + "\""
        case .object(let members):
            "{" + members.map { "\"\($0.key)\": \($0.value.json)" }.joined(separator: ", ") + "}"
        case .list(let items):
            "[" + items.map(\.value.json).joined(separator: ", ") + "]"
        }
    }
}

/// A small deterministic generator of pseudo-random numbers (SplitMix64).
package struct Random: RandomNumberGenerator {
    /// Words of which sentences can be made.
    package static let words = [
        "customers", "invoices", "offers", "reports", "servers", "people", "prices", "contracts",
        "visits", "courses", "licences", "meetings", "weeks", "months", "engineers", "answers",
    ]

    package var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
