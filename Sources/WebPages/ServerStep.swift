internal import Texts

/// Something that is done with the program where the server is, as an administrator is told of it.
enum ServerStep: String {
    case importing = "import"
    case demo, person, password, backup

    fileprivate func line(_ database: String) -> String {
        switch self {
        case .importing: "liyka import company/ --database " + database
        case .demo: "liyka demo --database demo.sqlite"
        case .person: "liyka user add NAME --employee ID --database " + database
        case .password: "liyka user password NAME --database " + database
        case .backup: "liyka db backup copy.sqlite --database " + database
        }
    }
}

extension Frame {
    /// Where the database is, is told to an administrator only.
    func told(_ steps: [ServerStep]) -> [Values] {
        let texts = texts
        return steps.map { step in
            [
                "anchor": step.rawValue, "title": texts("empty.step.\(step.rawValue).title"),
                "words": texts("empty.step.\(step.rawValue).words"),
                "command": step.line(viewer?.role == .admin ? database : "DATABASE"),
            ]
        }
    }
}
