internal import SalesDomain
internal import SalesReports
internal import Texts

/// The answer in words: what the period brings, how sure that is, and against what.
struct CompanySentence {
    let report: ForecastReport
    let before: Int64?
    var headline = Headline.Method.model
    let frame: Frame

    private var texts: Texts { frame.texts }
    private var calendar: CompanyCalendar { frame.company.calendar }
    private var today: Day { frame.zone.day(of: report.asOf) }

    /// Finished sentences one after another; each is whole by itself.
    var html: String { [first, main].compactMap(\.self).joined(separator: " ") }

    /// The estimate that the company chose to read first, when it is not the model's; the model's follows with its range.
    private var first: String? {
        guard report.period.end > today else { return nil }
        let amounts = report.whole.amount
        let chosen: Int64? =
            switch headline {
            case .model: nil
            case .template: amounts.template
            case .statistical: amounts.statistical
            }
        return chosen.map {
            texts.html(
                "company.headline." + headline.rawValue,
                ["subject": .text(subject), "amount": .text(texts.amount($0, report.currency))])
        }
    }

    /// One line about the same scope in another period.
    func line(of other: ForecastReport, href: String) -> String {
        if !other.notes.amountsKnown {
            return CompanySentence(report: other, before: nil, frame: frame).counted
        }
        let plan = other.whole.plan.quota == nil ? "no_plan" : "plan"
        var given = figures(other)
        given["subject"] = .text(texts.capital(texts.period(other.period, in: calendar)))
        given["other"] = .text(href)
        let key = other.period.end <= today ? "company.other.over." : "company.other."
        return texts.html(key + plan, given)
    }

    private var main: String {
        if !report.notes.amountsKnown { return counted }
        let quota = report.whole.plan.quota
        var given = figures(report)
        given["subject"] = .text(subject)
        if report.period.end <= today { return texts.html(closed(quota), given) }
        if frame.asOf != nil {
            given["day"] = .text(texts.day(today))
            given["period"] = .text(periodName(.nominative))
            return texts.html(quota == nil ? "company.past.no_plan" : "company.past.plan", given)
        }
        return texts.html(quota == nil ? "company.sentence.no_plan" : "company.sentence.plan", given)
    }

    private func closed(_ quota: Int64?) -> String {
        quota == nil ? "company.closed.no_plan" : "company.closed.plan"
    }

    /// Where no amount is known.
    private var counted: String {
        let count = report.whole.count
        return texts.html(
            report.period.end <= today ? "company.counts.over" : "company.counts.running",
            [
                "subject": .text(subject), "mean": .count(Int(count.mean.rounded())), "low": .count(count.p10),
                "high": .count(count.p90), "won": .count(count.wonToDate),
            ])
    }

    /// What the whole period before came to.
    var fact: String? {
        guard report.notes.amountsKnown else { return nil }
        return before.map {
            let earlier = report.period.previous(in: calendar)
            let name = texts.period(earlier, in: calendar, .genitive, year: earlier.start.year != today.year)
            return texts.capital(
                texts.html(
                    earlier.end > today ? "company.before.running" : "company.before",
                    ["period": .text(name), "amount": .text(texts.amount($0, report.currency))]))
        }
    }

    private func figures(_ report: ForecastReport) -> [String: Texts.Argument] {
        let amounts = report.whole.amount
        let ends = texts.amounts(from: amounts.p10, to: amounts.p90, report.currency)
        let quota = report.whole.plan.quota
        return [
            "forecast": .text(texts.amount(amounts.mean, report.currency)),
            "won": .text(texts.amount(amounts.wonToDate, report.currency)),
            "low": .text(ends.low), "high": .text(ends.high),
            "plan": .text(quota.map { texts.amount($0, report.currency) } ?? ""),
            "probability": .text(texts.chance(of: report.whole) ?? texts("none")),
            "share": .text(quota.map { $0 > 0 ? texts.probability(Double(amounts.wonToDate) / Double($0)) : "" } ?? ""),
        ]
    }

    /// The company is not named: it is everybody's. A department or a person is, in the nominative.
    private var subject: String {
        let period = periodName(.nominative)
        guard let scope = ForecastTree.scope(of: report.whole), scope != .company else { return texts.capital(period) }
        return "\(frame.name(of: scope)), \(period)"
    }

    private func periodName(_ form: Texts.Form) -> String {
        texts.period(report.period, in: calendar, form, year: report.period.start.year != today.year)
    }
}
