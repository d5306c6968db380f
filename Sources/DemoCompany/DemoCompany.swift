import SalesDomain

/// A made-up company with three years behind it, as files of the exchange format. Same seed, count and date: same bytes.
///
/// Nothing in the files is dated on `until` or later, as if they had been exported that morning.
package struct DemoCompany: Sendable {
    package let seed: UInt64
    /// How many deals have been started in the sales pipeline. The company has room for about 20,000; fewer make a smaller company.
    package let deals: Int
    package let until: Day
    /// By what its deals live.
    let truth: Truth

    package static let usualSeed: UInt64 = 1
    package static let usualDeals = 20_000

    package init(seed: UInt64 = usualSeed, deals: Int = usualDeals, until: Day, truth: Truth = .ofTheDemo) {
        self.seed = seed
        self.deals = max(0, deals)
        self.until = until
        self.truth = truth
    }

    /// By what the company was made: reports are checked against it.
    package static let truth = Truth.ofTheDemo

    package func files() -> [(name: String, content: [UInt8])] {
        let staff = Staff(until: until)
        let holidays = Holidays(from: firstDay, to: until)
        let rates = ExchangeRates(from: firstDay, to: until, seed: seed)
        let customers = Customers(staff: staff, seed: seed)
        let newcomers = Newcomers(company: self)
        let lives = Inflow(
            company: self, staff: staff, customers: customers, newcomers: newcomers, holidays: holidays
        ).lives()
        let cases = ServiceDesk(company: self, customers: customers, holidays: holidays).lives()
        let plan = Plan(company: self, staff: staff, lives: lives, rates: rates)
        let sheets =
            [Self.aboutItself, holidays.sheet, rates.sheet, Goods.sheet] + staff.sheets + PipelineSheet.sheets
            + customers.sheets(with: newcomers.accounts(of: lives)) + DealSheets.sheets(of: lives + cases)
            + [Telephone(company: self, customers: customers).sheet(of: lives), plan.sheet]
            + BonusSheets.sheets(until: until)
            + PaymentSheets(company: self, holidays: holidays, lives: lives).sheets
            + SaidSheets(company: self, staff: staff, holidays: holidays, plan: plan, lives: lives, rates: rates).sheets
        return sheets.map { ($0.name, $0.bytes) }
    }

    /// The first deals; three full years of plans and some months before them.
    var firstDay: Day { until.startOfMonth(plus: -40) }

    private static var aboutItself: Sheet {
        var sheet = Sheet("company.csv", "key", "value")
        sheet.add("name", "ТОВ «Обрій Системи»")
        sheet.add("time_zone", "Europe/Kyiv")
        sheet.add("base_currency", "UAH")
        sheet.add("fiscal_year_start", "01-01")
        sheet.add("language", "uk")
        sheet.add("basis", "won")
        sheet.add("amounts", "net")
        return sheet
    }
}
