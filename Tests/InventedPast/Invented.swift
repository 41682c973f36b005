public import Records

/// The companies of the tests, and who records for them.
public enum Invented {
    /// Managing director of Northwind.
    public static let ada = Recorder(person: "ada", name: "Ada Brennan", party: "northwind")
    /// Founder of Contoso.
    public static let dora = Recorder(person: "dora", name: "Dora Winkler", party: "contoso")
    /// Independent advisor.
    public static let frida = Recorder(
        person: "frida", name: "Frida Lindqvist", party: "oversight")

    /// Who records, by their ids.
    public static let people = Dictionary(
        uniqueKeysWithValues: [ada, dora, frida].map { ($0.person, $0) })

    /// `parties.yaml`.
    public static let parties = """
        parties:
          northwind:
            name: Northwind
            kind: msp
            signing: [{needs: 1, of: [ada]}]
          contoso:
            name: Contoso
            kind: isv
            signing: [{needs: 1, of: [dora]}]
          oversight: {name: Fair Hand, kind: independent}
        people:
          ada: {name: Ada Brennan, party: northwind, keys: ["\(keys[0])"]}
          ben: {name: Ben Okafor, party: northwind}
          dora: {name: Dora Winkler, party: contoso, keys: ["\(keys[1])"]}
          frida: {name: Frida Lindqvist, party: oversight}

        """

    private static let keys = [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEYjBko5CYLLgCrAWn1mwWvZjIIyydjMwrvhHCGZDuhe",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ",
    ]
}
