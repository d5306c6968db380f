internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Commission plans to be read by those whom they pay: rates, tiers, thresholds, ceilings, for whom and since when.
package struct SchemesPage: Sendable {
    private let report: SchemesReport
    private let frame: Frame
    private let maySet: Bool

    /// - Parameter maySet: may this reader set plans?
    package init(_ report: SchemesReport, frame: Frame, maySet: Bool = false) {
        self.report = report
        self.frame = frame
        self.maySet = maySet
    }

    package func html() -> String { Templates.render("schemes", values) }

    var values: Values {
        func schemes(_ past: Bool) -> [Values] {
            report.schemes.filter { ($0.standing == .past) == past }.map {
                SchemeSection(
                    scheme: $0, isOwn: isPerson, maySet: maySet && isLast($0), currency: report.head.currency,
                    frame: frame
                ).values
            }
        }
        let past = schemes(true)
        return frame.values(
            Heading(title: texts("page.schemes"), scope: report.head.scope),
            [
                "sentence_html": sentence, "schemes": schemes(false), "has_earlier": !past.isEmpty, "earlier": past,
                "earlier_label": texts("scheme.past", ["versions": .count(past.count)]),
                "new_href": maySet ? Route.setScheme().target : false as Any,
                "bonuses_href": Route.bonuses(ReportFilter(scope: ScopeName(report.head.scope, in: organisation)))
                    .target,
            ])
    }

    private var texts: Texts { frame.texts }
    private var organisation: Organisation { frame.names.organisation }
    private var isPerson: Bool { report.head.scope.isPerson }

    /// The version that the next one would follow.
    private func isLast(_ scheme: SchemesReport.Scheme) -> Bool {
        let from = report.schemes.filter { $0.plan.name == scheme.plan.name }.map { $0.plan.from?.number ?? .min }.max()
        return from == scheme.plan.from?.number ?? .min
    }

    private var sentence: String {
        let now = report.schemes.filter { $0.standing == .now }
        let subject: Texts.Argument = .text(frame.name(of: report.head.scope))
        guard let first = now.first else { return texts.html("scheme.sentence.none", ["subject": subject]) }
        if isPerson {
            return texts.html(
                "scheme.sentence.own",
                [
                    "subject": subject, "plan": .text(first.plan.name),
                    "every": .text(texts("scheme.every." + first.plan.every.rawValue)),
                ])
        }
        return texts.html(
            "scheme.sentence.all",
            [
                "subject": subject, "plans": .count(now.count),
                "people": .count(now.reduce(0) { $0 + $1.people.count }),
            ])
    }
}

/// One version of a plan.
struct SchemeSection {
    let scheme: SchemesReport.Scheme
    let isOwn: Bool
    let maySet: Bool
    let currency: Currency
    let frame: Frame

    private var plan: CommissionPlan { scheme.plan }
    private var texts: Texts { frame.texts }

    var values: Values {
        [
            "edit_href": maySet ? Route.setScheme(plan.name).target : false as Any,
            "name": plan.name, "standing": texts("scheme.standing." + scheme.standing.rawValue),
            "holds": scheme.standing == .now, "dates": dates(plan.from, plan.to),
            "every": texts.capital(texts("scheme.every." + plan.every.rawValue)),
            "cap": plan.cap.map { texts("scheme.cap", ["amount": .text(texts.whole($0, currency))]) }
                ?? texts("scheme.no_cap"),
            "presence": texts(plan.proRata ? "scheme.pro_rata" : "scheme.no_pro_rata"), "members": members,
            "elsewhere": scheme.elsewhere.map(elsewhere), "people": isOwn ? [Values]() : scheme.people.map(person),
            "rules": plan.rules.map(rule),
        ]
    }

    private func dates(_ from: Day?, _ to: Day?) -> String {
        switch (from, to) {
        case (nil, nil): texts("scheme.always")
        case (let from?, nil): texts("scheme.since", ["from": .text(texts.day(from))])
        case (nil, let to?): texts("scheme.until", ["to": .text(texts.day(to))])
        case (let from?, let to?):
            texts("scheme.between", ["from": .text(texts.day(from)), "to": .text(texts.day(to))])
        }
    }

    private var members: String {
        if plan.members.isEmpty { return texts("scheme.members.everybody") }
        let named = scheme.members.map(member)
        let others = scheme.others > 0 ? [texts("scheme.members.others", ["people": .count(scheme.others)])] : []
        return (named + others).joined(separator: ", ")
    }

    private func member(_ member: CommissionPlan.Member) -> String {
        let name =
            switch member.who {
            case .employee(let id): frame.name(of: .employee(id))
            case .department(let id):
                texts("scheme.member.department", ["name": .text(frame.name(of: .department(id)))])
            case .role(let role): texts("scheme.member.role", ["role": .text(texts("role." + role.rawValue))])
            }
        guard member.from != nil || member.to != nil else { return name }
        return "\(name) (\(dates(member.from, member.to)))"
    }

    private func elsewhere(_ other: SchemesReport.Elsewhere) -> Values {
        let given: [String: Texts.Argument] = [
            "name": .text(frame.name(of: .employee(other.employee))), "plan": .text(other.plan),
        ]
        return ["words": texts("scheme.elsewhere", given)]
    }

    private func person(_ id: Employee.ID) -> Values {
        let filter = ReportFilter(scope: ScopeName(.employee(id), in: frame.names.organisation))
        return [
            "name": frame.name(of: .employee(id)), "href": Route.bonuses(filter).target,
            "more": id != scheme.people.last,
        ]
    }

    private func rule(_ rule: CommissionRule) -> Values {
        let words = SchemeWords(rule: rule, currency: currency, texts: texts)
        return [
            "name": rule.name, "counts": counts(rule), "mode": words.mode,
            "tiers": rule.tiers.indices.map { place in
                [
                    "bound": texts("scheme.from", ["bound": .text(words.bound(rule.tiers[place].from))]),
                    "rate": words.rate(rule.tiers[place].rate), "raised": words.isAccelerated(place),
                ] as Values
            },
            "threshold": rule.threshold.map(words.bound) ?? texts("none"),
            "cap": rule.cap.map { texts.whole($0, currency) } ?? texts("none"),
        ]
    }

    /// `виграно · за відділом · лише нові клієнти`.
    private func counts(_ rule: CommissionRule) -> String {
        let parts: [String?] = [
            texts("measure." + rule.measure.rawValue), rule.team ? texts("scheme.counts.team") : nil,
            rule.pipeline.flatMap(frame.names.pipeline).map {
                texts("scheme.counts.pipeline", ["name": .text($0.name)])
            },
            rule.product.flatMap { frame.names.products[$0] }.map {
                texts("scheme.counts.product", ["name": .text($0)])
            },
            rule.customer.map { texts("scheme.counts." + $0.rawValue) },
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}
