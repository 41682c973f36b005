/// Somebody who plays a part, with a key of their own that is the same in every run.
public struct Person: Hashable, Sendable {
    /// The short name, which is also that of the home and of the key.
    public let id: String
    /// The full name.
    public let name: String
    /// The e-mail address.
    public let email: String

    /// Managing director of Northwind.
    public static let ada = Person("ada", "Ada Brennan", "ada@northwind.example")
    /// Commercial director of Northwind.
    public static let ben = Person("ben", "Ben Okafor", "ben@northwind.example")
    /// Founder of Contoso.
    public static let dora = Person("dora", "Dora Winkler", "dora@contoso.example")
    /// Authorised signatory of Contoso.
    public static let emil = Person("emil", "Emil Krause", "emil@contoso.example")
    /// Independent advisor.
    public static let frida = Person("frida", "Frida Lindqvist", "frida@fairhand.example")
    /// Nobody's friend.
    public static let mallory = Person("mallory", "Mallory Quill", "mallory@elsewhere.example")

    /// Everybody.
    public static let all = [ada, ben, dora, emil, frida, mallory]

    private init(_ id: String, _ name: String, _ email: String) {
        self.id = id
        self.name = name
        self.email = email
    }
}
