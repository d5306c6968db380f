import Actions
import Exchange
import Texts

extension Refusal {
    /// Where, and why: `deals.csv, line 3, created_at: …`.
    func placed(_ texts: Texts) -> String {
        texts.placed(file, line, columnName) + words(in: texts.language)
    }
}

extension ImportWarning {
    func placed(_ texts: Texts) -> String { texts.placed(file, line, column.name) + words(in: texts.language) }
}

extension Texts {
    fileprivate func placed(_ file: String, _ line: Int, _ column: String?) -> String {
        let place = [
            file, line > 0 ? self("cli.refusal.line", ["line": .text("\(line)")]) : nil, column,
        ].compactMap { $0 }
        return place.joined(separator: ", ") + ": "
    }
}
