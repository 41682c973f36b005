import Foundation
import Terms
import TestSupport

/// Somebody else's validator for JSON Schema: the package `jsonschema` of Python.
struct StockValidator {
    /// What is to be held against a schema.
    struct Case: Encodable {
        let schema: String
        /// JSON text.
        let instance: String
    }

    static let isPossible =
        (try? run("import jsonschema; jsonschema.Draft202012Validator", []))
        .map { $0.code == 0 } ?? false

    /// What is wrong with each case, as the paths of the places, sorted; a schema that is none itself
    /// ends in an error.
    static func problems(_ cases: [Case]) throws -> [[String]] {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("entente-cases-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONEncoder().encode(cases).write(to: file)
        let outcome = try run(script, [file.path])
        guard outcome.code == 0 else { throw RunFailure(outcome.errors) }
        return try JSONDecoder().decode([[String]].self, from: Data(outcome.output.utf8))
    }

    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        results, validators = [], {}
        for case in json.load(open(sys.argv[1], encoding="utf-8")):
            text = case["schema"]
            if text not in validators:
                schema = json.loads(text)
                Draft202012Validator.check_schema(schema)
                validators[text] = Draft202012Validator(schema)
            errors = validators[text].iter_errors(json.loads(case["instance"]))
            results.append(sorted(".".join(map(str, error.absolute_path)) for error in errors))
        print(json.dumps(results))
        """

    private static func run(_ script: String, _ arguments: [String]) throws -> Outcome {
        try Running(
            ["python3", "-c", script] + arguments, in: "/",
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""],
            scratch: FileManager.default.temporaryDirectory.path, joined: false
        ).wait()
    }
}

extension YAMLNode {
    /// The value as programs see it that know YAML 1.2 and nothing of our fields, as JSON.
    var json: Any {
        switch content {
        case .mapping(let entries):
            Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { $1 })
        case .sequence(let items): items.map(\.json)
        case .scalar(let text, .plain): Self.core(text)
        case .scalar(let text, _): text
        }
    }

    private static func core(_ text: String) -> Any {
        switch text {
        case "", "~", "null": NSNull()
        case "true": true
        case "false": false
        default: Int(text).map { $0 as Any } ?? Double(text).map { $0 as Any } ?? text
        }
    }
}
