import Foundation
import SalesDomain

/// quotas.csv: plans by month and quarter, ambitious but near. A person's plan is their share of what the truth lets one
/// expect; departments and the company are sums of their people, and quarters are sums of months.
struct Plan {
    private let company: DemoCompany
    private let staff: Staff
    private let calls: CallPlans
    private let base: Double

    init(company: DemoCompany, staff: Staff, lives: [Life], rates: ExchangeRates) {
        self.company = company
        self.staff = staff
        calls = CallPlans(company: company, staff: staff, lives: lives)
        let first = company.until.startOfMonth(plus: -36)
        let last = company.until.startOfMonth()
        let won = lives.filter { $0.status == .won && $0.closed.map { first <= $0.day && $0.day < last } == true }
        let total = won.reduce(0) { sum, life in
            sum + (Double(life.present[.amount] ?? "") ?? 0)
                * rates.rate(of: life.currency, on: life.closed?.day ?? first)
        }
        base = total / (-36..<0).reduce(0) { $0 + Plan.season(of: company.until.startOfMonth(plus: $1)) }
    }

    var sheet: Sheet {
        var sheet = Sheet("quotas.csv", "period", "department", "employee_id", "measure", "value", "currency")
        for start in quarters {
            var quarter: [String: Int] = [:]
            for month in (0..<3).map({ start.startOfMonth(plus: $0) }) {
                let plans = plans(of: month)
                let name = String(month.description.prefix(7))
                add(plans, for: name, to: &sheet)
                addCalls(calls.plans(of: month), for: name, to: &sheet)
                quarter.merge(plans) { $0 + $1 }
            }
            add(quarter, for: "\(start.year)-Q\((start.month + 2) / 3)", to: &sheet)
        }
        return sheet
    }

    /// Three years back, and to the end of the next quarter.
    private var quarters: [Day] {
        let current = company.until.startOfMonth(plus: -((company.until.month - 1) % 3))
        return (-12...1).map { current.startOfMonth(plus: 3 * $0) }
    }

    /// By employee id, department name, or nothing for the company.
    func plans(of month: Day) -> [String: Int] {
        let sellers = staff.sellers.filter { $0.works(on: month) && $0.works(on: month.startOfMonth(plus: 1) + -1) }
        let weights = sellers.map { weight(of: $0, on: month) }
        let whole = weights.reduce(0, +)
        var plans: [String: Int] = [:]
        for (seller, weight) in zip(sellers, weights) {
            let share = 0.7 * weight / whole + 0.3 / Double(sellers.count)
            let plan = max(1, Int((expected(in: month) * share / 1000).rounded())) * 1000
            for scope in [seller.id, ""] + Plan.departments(above: seller.department(on: month)) {
                plans[scope, default: 0] += plan
            }
        }
        return plans
    }

    private func add(_ plans: [String: Int], for period: String, to sheet: inout Sheet) {
        let departments = Set(Staff.departments.map(\.name))
        for (scope, value) in plans.sorted(by: { $0.key < $1.key }) {
            let isDepartment = departments.contains(scope)
            sheet.add(period, isDepartment ? scope : "", isDepartment ? "" : scope, "won", "\(value)", "UAH")
            // What is sold is to be paid: the accountants' plan is a little lower.
            sheet.add(
                period, isDepartment ? scope : "", isDepartment ? "" : scope, "paid", "\(value * 97 / 100)", "UAH")
        }
    }

    private func addCalls(_ plans: [String: Int], for period: String, to sheet: inout Sheet) {
        let departments = Set(Staff.departments.map(\.name))
        for (scope, value) in plans.sorted(by: { $0.key < $1.key }) {
            let isDepartment = departments.contains(scope)
            sheet.add(
                period, isDepartment ? scope : "", isDepartment ? "" : scope, "calls_outbound", "\(value)", "")
        }
    }

    /// Somewhat more than usual, and no two months alike.
    private func expected(in month: Day) -> Double {
        var chance = Chance(seed: company.seed, stream: "plan", index: Int(month.number))
        return base * Plan.season(of: month) * (1.05 + 0.06 * chance.unit())
    }

    private func weight(of seller: Staff.Person, on month: Day) -> Double {
        let truth = DemoCompany.truth
        let market = truth.markets[seller.department(on: month)]
        return (market?.inflow ?? 1) * (market?.size ?? 1) * pow(truth.strength[seller.id] ?? 1, 2)
    }

    /// Wins follow the deals of this month and of the three before.
    private static func season(of month: Day) -> Double {
        let truth = DemoCompany.truth
        let inflow = zip([0.12, 0.36, 0.30, 0.22], 0...3).reduce(0) { sum, lag in
            sum + lag.0 * truth.inflow[(month.month + 11 - lag.1) % 12]
        }
        return inflow * pow(truth.monthOfQuarter[(month.month - 1) % 3], 0.5)
            * pow(truth.yearlyGrowth, Double(month.year) + Double(month.month) / 12 - 2020)
    }

    static func departments(above name: String) -> [String] {
        guard let parent = Staff.departments.first(where: { $0.name == name })?.parent else { return [] }
        return [name] + (parent.isEmpty ? [] : departments(above: parent))
    }
}
