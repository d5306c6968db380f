import ArgumentParser

/// What a question is about: known up to when, of which period, of whom.
struct SubjectOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What was known before this day or instant (default: now)", valueName: "T"))
    var asOf: String?
    @Option(
        help: ArgumentHelp("2017-10, 2017-Q4, 2017 or 2017-10-01..2017-11-15 (default: the month of T)", valueName: "P")
    )
    var period: String?
    @Option(help: ArgumentHelp("company, department:NAME or employee:ID", valueName: "S"))
    var scope = "company"
}
