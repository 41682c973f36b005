/// What a rule has to say about one term; its rule gives it an id, a weight and the reason.
struct Remark {
    /// The term.
    var path: TermPath
    /// What is wrong, as one sentence without a final full stop.
    var message: String
    /// The figures behind it.
    var figures: [Finding.Figure]
    /// What would mend it.
    var suggestion: String
    /// The place in a clause; that of a term is known by its path.
    var place: (file: String, position: SourcePosition)?

    /// Makes a remark.
    init(
        _ path: TermPath, _ message: String, figures: [Finding.Figure] = [], suggestion: String,
        at place: (file: String, position: SourcePosition)? = nil
    ) {
        self.path = path
        self.message = message
        self.figures = figures
        self.suggestion = suggestion
        self.place = place
    }
}
