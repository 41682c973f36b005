/// Everything that an interview would ask about some terms if every question were left open.
public struct OpenQuestions: Sendable {
    /// The questions, in the order in which they would be asked.
    public let all: [Question]

    /// Goes through the questions. Their number times that of the fields.
    public init(in files: TermsFiles) {
        var interview = Interview(about: files)
        var found: [Question] = []
        while let question = interview.question {
            found.append(question)
            interview.leave()
        }
        all = found
    }
}
