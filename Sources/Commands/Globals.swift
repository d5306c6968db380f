import ArgumentParser

/// What every command takes, before or after its name (`Arguments.globalsLast` moves them behind it).
struct Globals: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database: a path, sqlite:PATH or postgres://…",
            discussion: "Default: LIYKA_DATABASE, else liyka.sqlite",
            valueName: "url"))
    var database: String?

    @Flag(help: "Answer with one JSON document on standard output")
    var json = false

    @Option(help: "Language of words and errors: uk or en")
    var lang: Language?
}

enum Language: String, ExpressibleByArgument, CaseIterable { case uk, en }
