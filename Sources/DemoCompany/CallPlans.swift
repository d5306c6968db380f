import SalesDomain

/// How many calls a seller is to make in a month: what sellers of the department made in the last year, on average. A
/// department's is the sum of its sellers'; the company asks for a round number above its own.
struct CallPlans {
    /// By department: outbound calls of one seller in one month.
    private let usual: [String: Double]
    private let staff: Staff

    init(company: DemoCompany, staff: Staff, lives: [Life]) {
        self.staff = staff
        let last = company.until.startOfMonth()
        let first = last.startOfMonth(plus: -12)
        let departments = Dictionary(uniqueKeysWithValues: staff.sellers.map { ($0.id, $0.department) })
        let touches = lives.lazy.flatMap(\.touches).filter { first <= $0.day && $0.day < last }
        let made = touches.reduce(into: [String: Double]()) { made, touch in
            if let department = departments[touch.seller] { made[department, default: 0] += company.truth.outbound }
        }
        usual = made.reduce(into: [:]) { usual, found in
            let people = staff.sellers.count { $0.department == found.key && $0.works(on: last + -180) }
            usual[found.key] = people == 0 ? nil : found.value / Double(12 * people)
        }
    }

    /// By employee id, department name, or nothing for the company; none where hardly anybody calls.
    func plans(of month: Day) -> [String: Int] {
        var plans: [String: Int] = [:]
        for seller in staff.sellers where seller.works(on: month) && seller.works(on: month.startOfMonth(plus: 1) + -1)
        {
            let department = seller.department(on: month)
            let plan = Int(((usual[department] ?? 0) / 5).rounded()) * 5
            guard plan > 0 else { continue }
            for scope in [seller.id, ""] + Plan.departments(above: department) { plans[scope, default: 0] += plan }
        }
        plans[""] = plans[""].map { ($0 + 99) / 100 * 100 }
        return plans
    }
}
