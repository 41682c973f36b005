/// Terms of so many clauses, each of about 660 bytes: half of them sections of Markdown files, half
/// of them goals in YAML. The same number gives the same terms on every machine.
struct LargeTerms {
    private var sections: [[String]]
    private var goals: [String]
    private var state: UInt64 = 7

    private static let words = """
        each party will pay the fee that is due within thirty days of an invoice unless it gives notice \
        in writing of what it disputes and why so the other one can answer before costs arise for both \
        customer partner service revenue share manager quarter project term notice law confidential
        """.split { " \n".contains($0) }

    init(clauses: Int) {
        sections = []
        goals = []
        let half = clauses / 2
        var left = half
        while left > 0 {
            let count = min(100, left)
            sections.append((0..<count).map { _ in "" })
            left -= count
        }
        for file in sections.indices {
            for index in sections[file].indices { sections[file][index] = prose(560) }
        }
        goals = (0..<(clauses - half)).map { _ in prose(560) }
    }

    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func prose(_ size: Int) -> String {
        var text = ""
        while text.utf8.count < size {
            let words = (0..<(6 + random(14))).map { _ in Self.words[random(Self.words.count)] }
            text +=
                (text.isEmpty ? "" : " ") + "We owe EUR \(random(90_000)).00 and "
                + words.joined(separator: " ") + "."
        }
        return text
    }

    /// Changes a word in one of a hundred clauses, wraps one in twenty in another way, and moves
    /// one section.
    mutating func edit() {
        for file in sections.indices {
            for index in sections[file].indices {
                Self.edit(&sections[file][index], file * 100 + index)
            }
        }
        for index in goals.indices { Self.edit(&goals[index], index + 50) }
        let last = sections.count - 1
        let moved = sections[last].removeLast()
        sections[last].insert(moved, at: sections[last].count / 2)
    }

    private static func edit(_ text: inout String, _ number: Int) {
        if number % 100 == 50, let range = text.firstRange(of: "EUR ") {
            text.insert("9", at: range.upperBound)
        } else if number % 20 == 3 {
            text = text.split(separator: " ").joined(separator: " ").replacing(
                " and ", with: "\n  and ")
        }
    }

    /// The files by their paths in `terms/`.
    var files: [String: String] {
        var files = [
            "framework.yaml": "schema: 1\ntitle: Large\nform: working-document\n",
            "parties.yaml": "parties: {}\npeople: {}\n",
        ]
        for (number, file) in sections.enumerated() {
            var text = "# Part \(number)\n"
            for section in file {
                // Sections go by their first words, and are wrapped as people wrap them.
                let title = section.split(whereSeparator: \.isWhitespace).prefix(12).dropFirst(5)
                text += "\n## \(title.joined(separator: " "))\n\n\(Self.wrapped(section))\n"
            }
            files["clauses/part-\(number).md"] = text
        }
        files["purpose.yaml"] =
            "why: To measure.\ngoals:\n"
            + goals.enumerated().map { number, goal in
                "  - id: goal-\(number)\n    kind: objective\n    holder: joint\n    statement: |\n"
                    + Self.wrapped(goal).split(separator: "\n").map {
                        "      \($0.drop { $0 == " " })\n"
                    }
                    .joined()
            }.joined()
        return files
    }

    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            var current = ""
            for word in line.split(separator: " ") {
                if current.utf8.count + word.utf8.count > 95 {
                    lines.append(current)
                    current = ""
                }
                current += (current.isEmpty ? "" : " ") + word
            }
            lines.append(current)
        }
        return lines.joined(separator: "\n")
    }
}
