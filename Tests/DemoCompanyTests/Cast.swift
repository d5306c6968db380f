import SalesDomain

@testable import DemoCompany

/// One company for all tests here, a quarter of the usual size.
enum Cast {
    static let today = Day(year: 2026, month: 11, day: 23)!
    static let company = DemoCompany(seed: 7, deals: 5_000, until: today)
    static let files = Dictionary(uniqueKeysWithValues: company.files().map { ($0.name, $0.content) })
    static let tables = files.mapValues(Table.init)

    static func table(_ name: String) -> Table { tables[name + ".csv"]! }
    static let sales = table("deals").rows.filter { $0["pipeline"] == "Продажі" }
    static let truth = DemoCompany.truth
}
