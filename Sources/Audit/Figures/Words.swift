/// Small phrases that several rules use.
enum Words {
    /// `1 day`, `5 days`.
    static func days(_ count: Int) -> String { counted(count, "day") }

    /// `1 meeting`, `5 meetings`; the second word where it is irregular.
    static func counted(_ count: Int, _ word: String, _ words: String? = nil) -> String {
        "\(count) \(count == 1 ? word : words ?? word + "s")"
    }
}
