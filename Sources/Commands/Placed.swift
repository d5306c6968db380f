import Exchange
import SalesDomain
import Texts

extension Refusal {
    /// Where, and why: `deals.csv, line 3, created_at: …`.
    func placed(_ texts: Texts) -> String {
        let place = [
            file, line > 0 ? texts("cli.refusal.line", ["line": .text("\(line)")]) : nil, column?.name,
        ].compactMap { $0 }
        return place.joined(separator: ", ") + ": " + words(in: texts.language)
    }
}
