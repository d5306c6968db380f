import Actions
import Texts

extension ImportReport.File {
    /// What became of its rows, and what of it was not read.
    func words(as name: String, _ texts: Texts) -> String {
        let counts = texts(
            "cli.import.file",
            [
                "file": .text(name), "read": .count(read), "added": .count(added), "changed": .count(changed),
                "unchanged": .count(unchanged), "rejected": .count(rejected),
            ])
        guard !unknownColumns.isEmpty else { return counts }
        let headings = unknownColumns.map { $0.isEmpty ? texts("cli.import.no_heading") : $0 }
        let key = isMapped ? "cli.import.ignored.mapped" : "cli.import.ignored"
        return counts + "\n" + texts(key, ["file": .text(name), "names": .text(texts.shortened(headings))])
    }
}

extension ImportReport {
    /// What was made that no file tells of, and what a folder holds besides.
    func asides(_ texts: Texts) -> [String] {
        var words: [String] = []
        let kinds = [
            ("department", "cli.import.made.department"), ("employee", "cli.import.made.employee"),
            ("product", "cli.import.made.product"), ("account", "cli.import.made.account"),
            ("pipeline", "cli.import.made.pipeline"), ("stage", "cli.import.made.stage"),
        ]
        let made = kinds.compactMap { kind, key in named[kind].map { texts(key, ["count": .count($0)]) } }
        if !made.isEmpty { words.append(texts("cli.import.made", ["names": .text(made.joined(separator: ", "))])) }
        if !passedOver.isEmpty {
            let isMapped = files.contains { $0.isMapped }
            words.append(
                texts(
                    isMapped ? "cli.import.passed_over.mapped" : "cli.import.passed_over",
                    ["names": .text(texts.shortened(passedOver))]))
        }
        return words
    }
}

extension Texts {
    /// The first ones of many names, each no longer than a line holds.
    fileprivate func shortened(_ names: [String]) -> String {
        let shown = names.prefix(20).map { $0.count <= 60 ? $0 : String($0.prefix(60)) + "…" }
        return (shown + (names.count > shown.count ? ["…"] : [])).joined(separator: ", ")
    }
}
