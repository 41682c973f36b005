internal import Settlement
internal import Terms

/// Rows as CSV (RFC 4180), with line feeds and without a final one. For ids, words, days and plain
/// numbers, none of which needs quotation marks or can be taken for a formula.
enum CSVText {
    static func of(_ rows: [[String]]) -> String {
        rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
    }
}

extension SettlementReport {
    /// One row for each part of each line, for a spreadsheet: ids, not names, and plain numbers.
    public func csv() -> String {
        var rows = [
            [
                "line", "rule", "path", "from", "to", "year", "streams", "recipient", "currency",
                "amount",
            ]
        ]
        for (index, line) in distribution.lines.enumerated() {
            let span = header.hasDays ? line.time.span : nil
            for part in line.parts {
                rows.append([
                    String(index + 1), line.rule.word, line.path.description,
                    span?.first.description ?? "", span?.last.description ?? "",
                    line.time.year.map { String($0) } ?? "",
                    line.streams.joined(separator: " "), part.recipient.description, line.currency,
                    wording.plain(part.amount, line.currency),
                ])
            }
        }
        return CSVText.of(rows)
    }
}

extension SettlementWording {
    /// `1000.00`, for programs that add it up.
    func plain(_ amount: Int64, _ currency: String) -> String {
        figure(amount, currency).filter { $0 != "," }
    }
}

extension Line {
    /// The streams that it takes from, each once; `-` for what fits none.
    fileprivate var streams: [String] {
        var streams: [String] = []
        for source in sources where !streams.contains(source.stream ?? "-") {
            streams.append(source.stream ?? "-")
        }
        return streams
    }
}
