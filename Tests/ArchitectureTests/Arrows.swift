/// Who may import whom, as one of the two lists says it.
struct Arrows: Equatable {
    struct Row: Equatable {
        var sees: Set<String> = []
        var packages: Set<String> = []
    }
    var rows: [String: Row] = [:]
    /// Rooms below the I/O line.
    var pure: Set<String> = []

    /// The table in docs/architecture.md.
    static func described(in document: String) -> Arrows {
        var arrows = Arrows()
        var below = true
        for line in document.split(separator: "\n") where line.hasPrefix("|") {
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map { String($0.trimmingPrefix(" ")) }
            if cells[0].hasPrefix("—") { below = false }
            guard cells.count == 4, let room = inTicks(cells[0]) else { continue }
            arrows.rows[room] = Row(sees: names(cells[2]), packages: names(cells[3]))
            if below { arrows.pure.insert(room) }
        }
        return arrows
    }

    /// The `room(…)` calls of Package.swift.
    static func declared(in manifest: String) -> Arrows {
        var arrows = Arrows()
        let products = productNames(manifest)
        let flat = manifest.replacing("\n", with: " ")
        for match in flat.matches(of: #/[ (]room\(\s*"(\w+)"([^)]*)\)/#) {
            let rest = String(match.2)
            let packages = names(list("packages", in: rest)).map { products[$0] ?? $0 }
            arrows.rows[String(match.1)] = Row(sees: names(list("sees", in: rest)), packages: Set(packages))
        }
        for match in flat.matches(of: #/executableTarget\(\s*name: "(\w+)", dependencies: \[([^\]]*)\]/#) {
            arrows.rows[String(match.1)] = Row(sees: names(String(match.2)))
        }
        let above = flat.firstRange(of: "let outside")?.lowerBound ?? flat.endIndex
        arrows.pure = Set(flat[..<above].matches(of: #/[ (]room\(\s*"(\w+)"/#).map { String($0.1) })
        return arrows
    }

    /// `let grdb: … = .product(name: "GRDB", …)` gives grdb → GRDB.
    private static func productNames(_ manifest: String) -> [String: String] {
        Dictionary(
            manifest.matches(of: #/let (\w+): Target\.Dependency = \.product\(name: "(\w+)"/#)
                .map { (String($0.1), String($0.2)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func list(_ label: String, in text: String) -> String {
        guard let start = text.firstRange(of: "\(label): ["), let end = text[start.upperBound...].firstIndex(of: "]")
        else { return "" }
        return String(text[start.upperBound..<end])
    }

    private static func names(_ text: String) -> Set<String> {
        Set(text.matches(of: #/\w+/#).map { String($0.0) })
    }

    private static func inTicks(_ cell: String) -> String? { cell.firstMatch(of: #/^`(\w+)`/#).map { String($0.1) } }
}
