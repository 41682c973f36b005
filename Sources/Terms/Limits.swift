/// The limits that all terms keep (format.md, "The YAML that is accepted").
public enum Limits {
    /// The size of one file, in bytes: 4 MiB.
    public static let fileSize = 4 << 20
    /// How many files the terms of one framework hold at the most.
    public static let fileCount = 1_000
    /// The size of all files of the terms of one framework, in bytes: 32 MiB.
    public static let termsSize = 32 << 20
    /// How deep YAML may nest.
    public static let nesting = 64
    /// How many parties, people and keys a registry holds at the most, each.
    public static let registryEntries = 1_000
}
