/// Numbers texts, so that sequences of them compare as integers. Equal texts have equal numbers.
struct Interner {
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
        if let number = numbers[text] { return number }
        numbers[text] = numbers.count
        return numbers.count - 1
    }

    mutating func numbers(of texts: [String]) -> [Int] { texts.map { number(of: $0) } }
}
