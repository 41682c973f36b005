internal import Glibc

/// What libFuzzer calls with each input; `ENTENTE_FUZZ` names the reader that gets it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private let target: @Sendable ([UInt8]) -> Void = {
    let targets: [String: @Sendable ([UInt8]) -> Void] = [
        "commit": readCommit, "signature": readSignature, "statement": readStatement,
        "registry": readRegistry,
    ]
    guard let name = getenv("ENTENTE_FUZZ"), let target = targets[String(cString: name)] else {
        fatalError("ENTENTE_FUZZ names none of \(targets.keys.sorted())")
    }
    return target
}()

/// Stops the fuzzer: a reader has said what can't be so.
func expect(_ condition: Bool, _ what: StaticString) {
    guard !condition else { return }
    fatalError("\(what)")
}
