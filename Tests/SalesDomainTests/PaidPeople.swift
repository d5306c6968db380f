@testable import SalesDomain

/// Petro and Maria sell, Hanna is a head.
enum PaidPeople {
    static let (petro, maria, hanna) = (Employee.ID(1), Employee.ID(2), Employee.ID(3))
    static let calendar = CompanyCalendar(zone: .utc)
    static let organisation = Organisation(
        departments: [],
        employees: [(petro, Role.seller), (maria, .seller), (hanna, .head)].map {
            Employee(id: $0.0, externalID: "\($0.0.number)", name: "\($0.0.number)", role: $0.1, active: true)
        }, memberships: [])

    /// The rules by which somebody is paid on a day.
    static func rules(_ plans: [CommissionPlan], _ who: Employee.ID, _ day: Day) -> [CommissionRule]? {
        plans.plan(of: who, in: organisation, on: day)?.rules
    }
}
