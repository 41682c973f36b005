/// Small phrases that several rules use.
enum Words {
    /// `1 day`, `5 days`.
    static func days(_ count: Int) -> String { counted(count, "day") }

    /// `1 meeting`, `5 meetings`.
    static func counted(_ count: Int, _ word: String) -> String {
        "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}
