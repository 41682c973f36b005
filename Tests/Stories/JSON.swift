import Foundation

/// A JSON document that tests look into: `json["changes"][0]["path"].text`.
///
/// What is not there is a document without a value, so that a test fails by saying what it found.
struct JSON: CustomStringConvertible {
    /// What `JSONSerialization` makes of it.
    let value: Any?

    /// Reads one document; nil where the text is anything else than exactly one.
    init?(_ text: String) {
        do {
            value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        } catch {
            return nil
        }
    }

    private init(value: Any?) { self.value = value }

    subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }

    subscript(index: Int) -> JSON {
        let list = list
        return list.indices.contains(index) ? list[index] : JSON(value: nil)
    }

    var text: String? { value as? String }
    var number: Int? { value as? Int }
    var flag: Bool? { value as? Bool }
    var list: [JSON] { (value as? [Any] ?? []).map(JSON.init(value:)) }
    var texts: [String] { list.compactMap(\.text) }

    /// The names of an object's fields, sorted; nil where it is no object.
    var keys: [String]? { (value as? [String: Any]).map { $0.keys.sorted() } }

    var description: String { value.map { "\($0)" } ?? "nothing" }
}
