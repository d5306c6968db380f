package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Commission plans to be read by those whom they pay: rates, tiers, thresholds, ceilings, for whom and since when.
package struct SchemesPage: Sendable {
    private let report: SchemesReport
    private let frame: Frame
    /// All versions of all plans, where this reader may set them.
    private let settable: [CommissionPlan]?
    private let refused: Refused?

    /// What could not be done about a version of a plan.
    package struct Refused: Sendable {
        package enum Reason: Sendable {
            case resting(RestingStatements)
            case problem(CommissionProblem)
            /// Something else stands there now than the page showed.
            case changed(Changed?)
        }
        let plan: String
        let from: Day?
        /// A name that was typed; nil: it was to be withdrawn.
        let name: String?
        let reason: Reason
        package init(_ plan: String, from: Day?, name: String?, _ reason: Reason) {
            self.plan = plan
            self.from = from
            self.name = name
            self.reason = reason
        }
    }

    /// - Parameter settable: all versions of all plans, where this reader may set them.
    package init(
        _ report: SchemesReport, frame: Frame, settable: [CommissionPlan]? = nil, refused: Refused? = nil
    ) {
        self.report = report
        self.frame = frame
        self.settable = settable
        self.refused = refused
    }

    package func html() -> String { Templates.render("schemes", values) }

    var values: Values {
        func schemes(_ past: Bool) -> [Values] {
            report.schemes.filter { ($0.standing == .past) == past }.map {
                SchemeSection(
                    scheme: $0, isOwn: isPerson, edit: edit($0),
                    currency: report.head.currency, frame: frame
                ).values
            }
        }
        let past = schemes(true)
        return frame.values(
            Heading(title: texts("page.schemes"), scope: report.head.scope),
            [
                "csv_href": frame.file(.csv), "xlsx_href": frame.file(.xlsx),
                "refused": orphan ?? false as Any,
                "sentence_html": sentence, "schemes": schemes(false), "has_earlier": !past.isEmpty, "earlier": past,
                "earlier_label": texts("scheme.past", ["versions": .count(past.count)]),
                "new_href": settable != nil ? Route.setScheme().target : false as Any,
                "bonuses_href": Route.bonuses(ReportFilter(scope: ScopeName(report.head.scope, in: organisation)))
                    .target,
            ])
    }

    private var texts: Texts { frame.texts }
    private var organisation: Organisation { frame.names.organisation }
    private var isPerson: Bool { report.head.scope.isPerson }

    /// Only under the version that the next one would follow.
    private func edit(_ scheme: SchemesReport.Scheme) -> SchemeEdit? {
        guard let settable, let last = last(scheme.plan.name), last.from == scheme.plan.from else { return nil }
        return SchemeEdit(
            plan: scheme.plan, mark: settable.mark(of: [scheme.plan.name]), former: settable.former(scheme.plan),
            refused: refused.flatMap { $0.plan == scheme.plan.name && $0.from == scheme.plan.from ? $0 : nil },
            frame: frame)
    }

    private func last(_ name: String) -> CommissionPlan? {
        settable?.filter { $0.name == name }.max(by: isEarlier)
    }

    private func isEarlier(_ one: CommissionPlan, _ other: CommissionPlan) -> Bool {
        (one.from?.number ?? .min) < (other.from?.number ?? .min)
    }

    /// What was refused of a version that has no forms on the page any more.
    private var orphan: String? {
        guard let refused else { return nil }
        return last(refused.plan).map { $0.from == refused.from } ?? false ? nil : refused.words(frame)
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
    /// Nil: it is only read.
    let edit: SchemeEdit?
    let currency: Currency
    let frame: Frame

    private var plan: CommissionPlan { scheme.plan }
    private var texts: Texts { frame.texts }

    var values: Values {
        [
            "edit_href": edit == nil ? false as Any : Route.setScheme(plan.name).target,
            "edit": edit.map(\.values) ?? false as Any,
            "name": plan.name, "standing": standing, "pays": pays ?? false as Any,
            "holds": scheme.standing == .now, "dates": dates(plan.from, plan.to),
            "every": texts.capital(texts("scheme.every." + plan.every.rawValue)),
            "cap": plan.cap.map { texts("scheme.cap", ["amount": .text(texts.whole($0, currency))]) }
                ?? texts("scheme.no_cap"),
            "presence": texts(plan.proRata ? "scheme.pro_rata" : "scheme.no_pro_rata"), "members": members,
            "elsewhere": scheme.elsewhere.map(elsewhere), "people": isOwn ? [Values]() : scheme.people.map(person),
            "rules": plan.rules.map(rule),
        ]
    }

    private var standing: String {
        switch scheme.standing {
        case .coming:
            scheme.paysFrom.map { texts("scheme.standing.pays_from", ["day": .text(texts.day($0))]) }
                ?? texts("scheme.standing.coming")
        case .now:
            scheme.paysUntil.map { texts("scheme.standing.pays_until", ["day": .text(texts.day($0))]) }
                ?? texts("scheme.standing.now")
        case .past: texts("scheme.standing.past")
        }
    }

    /// Of a version that begins or ends in the middle of a period: which periods it pays.
    private var pays: String? {
        if let day = scheme.paysFrom { return texts("scheme.pays.from", ["day": .text(texts.day(day))]) }
        return scheme.paysUntil.map { texts("scheme.pays.until", ["day": .text(texts.day($0))]) }
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
