internal import SalesDomain
package import SalesReports

/// Commission plans, version by version, with their people and their rules. As a table, a row for each rule.
package struct SchemesDocument: ReportDocument {
    private let report: SchemesReport
    private let naming: Naming
    private var currency: Currency { report.head.currency }

    package init(_ report: SchemesReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(naming.head(report.head) + [("plans", .array(report.schemes.map(scheme)))])
    }

    private func scheme(_ scheme: SchemesReport.Scheme) -> JSONValue {
        let plan = scheme.plan
        return .object([
            ("plan", .string(plan.name)), ("from", .day(plan.from)), ("to", .day(plan.to)),
            ("standing", .string(scheme.standing.rawValue)), ("every", .string(plan.every.rawValue)),
            ("cap", .money(plan.cap, currency)), ("pro_rata", .bool(plan.proRata)),
            // Nobody named: everybody who has no nearer plan.
            ("everybody", .bool(plan.members.isEmpty)), ("members", .array(scheme.members.map(member))),
            ("other_members", .int(scheme.others)),
            ("people", .array(scheme.people.map { .string(naming.name($0)) })),
            ("people_count", .int(scheme.people.count)),
            ("rules", .array(plan.rules.map(rule))),
            // Of a version that begins or ends in the middle of a period.
            ("pays_from", .day(scheme.paysFrom)), ("pays_until", .day(scheme.paysUntil)),
        ])
    }

    private func member(_ member: CommissionPlan.Member) -> JSONValue {
        let who: (String, JSONValue) =
            switch member.who {
            case .employee(let id): ("employee_id", .string(naming.name(id)))
            case .department(let id): ("department", .string(naming.called(.department(id))))
            case .role(let role): ("role", .string(role.rawValue))
            }
        return .object([who, ("from", .day(member.from)), ("to", .day(member.to))])
    }

    private func rule(_ rule: CommissionRule) -> JSONValue {
        let said = SchemeNumbers(rule, currency)
        return .object([
            ("rule", .string(rule.name)), ("measure", .string(rule.measure.rawValue)),
            ("pipeline", .string(rule.pipeline.map { naming.name($0) })),
            ("product", .string(rule.product.flatMap { naming.name($0) })),
            ("customer", .string(rule.customer?.rawValue)), ("team", .bool(rule.team)),
            ("target", .money(said.target, currency)), ("weight", .fraction(said.weight)),
            ("mode", .string(rule.mode.rawValue)), ("unit", .string(rule.unit.rawValue)),
            ("threshold", rule.threshold.map(said.bound) ?? .null), ("cap", .money(rule.cap, currency)),
            (
                "tiers",
                .array(
                    rule.tiers.map { .object([("from", said.bound($0.from)), ("rate", said.rate($0.rate))]) })
            ),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "plan", "from", "to", "standing", "every", "plan_cap", "pro_rata", "members", "people", "rule", "measure",
            "pipeline", "product", "customer", "team", "target", "weight", "mode", "unit", "threshold", "cap", "tiers",
            "currency", "pays_from", "pays_until",
        ])
        for scheme in report.schemes {
            for rule in scheme.plan.rules {
                table.row(
                    cells(scheme) + cells(rule) + [.text(currency.code), .day(scheme.paysFrom), .day(scheme.paysUntil)])
            }
        }
        return table
    }

    private func cells(_ scheme: SchemesReport.Scheme) -> [ReportTable.Cell] {
        let plan = scheme.plan
        let members = scheme.members.map { member in
            switch member.who {
            case .employee(let id): naming.name(.employee(id))
            case .department(let id): naming.name(.department(id))
            case .role(let role): "role:" + role.rawValue
            }
        }
        return [
            .text(plan.name), .day(plan.from), .day(plan.to), .text(scheme.standing.rawValue),
            .text(plan.every.rawValue), .money(plan.cap, currency), .text(plan.proRata ? "yes" : "no"),
            .text(members.joined(separator: " ")), .int(scheme.people.count),
        ]
    }

    private func cells(_ rule: CommissionRule) -> [ReportTable.Cell] {
        let said = SchemeNumbers(rule, currency)
        return [
            .text(rule.name), .text(rule.measure.rawValue), .text(rule.pipeline.map { naming.name($0) }),
            .text(rule.product.flatMap { naming.name($0) }), .text(rule.customer?.rawValue),
            .text(rule.team ? "yes" : "no"), .money(said.target, currency), .fraction(said.weight),
            .text(rule.mode.rawValue), .text(rule.unit.rawValue),
            .text(rule.threshold.map { said.bound($0).text }), .money(rule.cap, currency),
            .text(rule.tiers.map { "\(said.bound($0.from).text):\(said.rate($0.rate).text)" }.joined(separator: " ")),
        ]
    }
}

/// The numbers of a rule in their units: money, pieces or shares of one.
private struct SchemeNumbers {
    private let rule: CommissionRule
    private let currency: Currency
    var target: Int64?
    /// 0…1.
    var weight: Double?

    init(_ rule: CommissionRule, _ currency: Currency) {
        self.rule = rule
        self.currency = currency
        if case .target(let sum, let part) = rule.pay { (target, weight) = (sum, Double(part) / 1e6) }
    }

    func bound(_ value: Int64) -> JSONValue {
        if rule.unit == .attainment { return share(value) }
        return rule.measure.isMoney ? .money(value, currency) : .int(Int(value))
    }

    func rate(_ value: Int64) -> JSONValue {
        rule.pay == .rate && !rule.measure.isMoney ? .money(value, currency) : share(value)
    }

    private func share(_ millionths: Int64) -> JSONValue { .fraction(Double(millionths) / 1e6) }
}
