internal import SalesDomain
internal import SalesReports
internal import Texts

/// How many calls were made and taken, what was missed, and who hardly calls anybody.
struct EventsSentence {
    let report: EventsReport
    let page: ReportPage

    private var texts: Texts { page.texts }

    var html: String {
        let whole = report.whole
        guard whole.calls.all > 0 || whole.others.values.contains(where: { $0 > 0 }) else {
            return texts.html("events.sentence.none", ["lead": .text(lead)])
        }
        let main = texts.html(
            whole.inbound.all == 0 && whole.outbound.all > 0
                ? "events.sentence.outbound"
                : whole.inbound.missed == 0 ? "events.sentence.taken" : "events.sentence",
            [
                "lead": .text(lead), "outbound": .count(whole.outbound.all), "inbound": .count(whole.inbound.answered),
                "missed": .count(whole.inbound.missed), "lost": .count(whole.inbound.notCalledBack),
            ])
        return [main, passive, short].compactMap(\.self).joined(separator: " ")
    }

    private var lead: String {
        let period = page.period(.locative)
        if page.head.scope == .company { return texts.capital(period) }
        return page.frame.name(of: page.head.scope) + " " + period
    }

    private var passive: String? {
        let people = report.people.count { $0.employee != nil && $0.isPassive }
        guard people > 0, report.people.count > 1 else { return nil }
        return texts.html("events.sentence.passive", ["people": .count(people)])
    }

    /// Below the norm, the whole scope together, by the rule of each person.
    private var short: String? {
        guard let norm = report.whole.norm, report.whole.isShort else { return nil }
        return texts.html(
            "events.sentence.norm",
            [
                "share": .text(texts.percent(Double(report.whole.outbound.all) / norm)),
                "norm": .text(texts.decimal(norm, places: 0)),
            ])
    }
}
