internal import Agreement

/// The message of a statement. What is accepted has one form.
@Sendable func readStatement(_ bytes: [UInt8]) {
    let isLikely = Statement.isLikely(bytes)
    guard let statement = try? Statement(parsing: bytes) else { return }
    expect(isLikely, "a statement does not look like one")
    expect(Array(statement.message.utf8) == bytes, "a statement has two forms")
}
