internal import SalesDomain
internal import SalesReports
internal import Texts

/// How likely this deal is to be won, and when; or how it ended.
struct DealSentence {
    let report: DealReport
    let frame: Frame

    private var texts: Texts { frame.texts }

    var html: String {
        switch report.row.status {
        case .open: report.forecast.map(open) ?? texts.html("deal.sentence.open", ["amount": .text(amount)])
        case .won: ended("deal.sentence.won")
        case .lost: ended("deal.sentence.lost")
        }
    }

    private func open(_ forecast: ForecastReport.DealForecast) -> String {
        let month = Period.month(containing: frame.zone.day(of: report.asOf))
        var given: [String: Texts.Argument] = [
            "month": .text(texts.period(month, in: frame.company.calendar, .locative, year: false)),
            "soon": .text(texts.probability(forecast.winProbabilityInPeriod)),
            "ever": .text(texts.probability(forecast.winProbability)),
        ]
        guard let close = forecast.expectedClose else { return texts.html("deal.sentence.unlikely", given) }
        let today = frame.zone.day(of: report.asOf)
        given["day"] = .text(texts.day(close, year: close.year != today.year))
        return texts.html("deal.sentence.likely", given)
    }

    private func ended(_ key: String) -> String {
        texts.html(
            key,
            [
                "day": .text(report.row.closed.map { texts.day($0) } ?? texts("none")), "amount": .text(amount),
                "days": .count(report.row.closed.map { max(0, $0 - report.row.created) } ?? 0),
            ])
    }

    private var amount: String { report.row.amount.map(texts.exact) ?? texts("deal.no_amount") }
}

/// Why the probability is what it is, strongest first.
struct DealReasons {
    let report: DealReport
    let frame: Frame

    /// What changes the odds by less than this is not worth a line.
    private static let least = 0.05

    var lines: [Values] {
        let texts = frame.texts
        let reasons = (report.forecast?.reasons ?? []).filter { abs($0.logMultiplier) > DealReasons.least }
        return reasons.sorted { abs($0.logMultiplier) > abs($1.logMultiplier) }.prefix(6).map { reason in
            let isUp = reason.logMultiplier > 0
            return [
                "kind": isUp ? "up" : "down",
                "words_html": texts.html(
                    isUp ? "deal.reason.raises" : "deal.reason.lowers",
                    ["times": .text(times(reason.logMultiplier)), "why": .text(why(reason.cause))]),
            ]
        }
    }

    /// By a share while it is less than twofold, `2,4 times` up to ten, whole times above; beyond a hundred nobody can
    /// tell.
    private func times(_ logMultiplier: Double) -> String {
        let texts = frame.texts
        let factor = exponential(abs(logMultiplier))
        if factor < 2 {
            let share = logMultiplier > 0 ? factor - 1 : 1 - 1 / factor
            return texts("deal.reason.share", ["share": .text(texts.percent(share))])
        }
        if factor > 100 { return texts("deal.reason.hundred") }
        if factor >= 9.95 { return texts("deal.reason.times", ["times": .count(Int(factor.rounded()))]) }
        return texts("deal.reason.times.part", ["times": .text(texts.decimal(factor, places: 1))])
    }

    private func why(_ cause: String) -> String {
        let texts = frame.texts
        if cause == "age" || cause == "stage", let stay = report.path.last(where: \.isPresent) {
            let stage = frame.names.stage(stay.stage)?.name ?? texts("none")
            if cause == "age", let usual = stay.usual {
                return texts(
                    "deal.why.age_usual",
                    ["stage": .text(stage), "days": .count(stay.days), "usual": .count(usual.median)])
            }
            return texts(
                cause == "age" ? "deal.why.age" : "deal.why.stage", ["stage": .text(stage), "days": .count(stay.days)])
        }
        if cause == "due" { return due }
        let key = "deal.cause." + cause
        return texts.has(key) ? texts(key) : cause
    }

    private var due: String {
        let texts = frame.texts
        guard let day = report.row.expectedClose else { return texts("deal.why.due.none") }
        let left = day - frame.zone.day(of: report.asOf)
        switch left {
        case ..<0: return texts("deal.why.due.over", ["days": .count(-left)])
        case 0: return texts("deal.why.due.today")
        default: return texts("deal.why.due.left", ["days": .count(left)])
        }
    }

    /// e to the power of `value`, by halving and squaring: exact enough for one decimal, and no import for it.
    private func exponential(_ value: Double) -> Double {
        let small = value / 1024
        var result = 1 + small + small * small / 2 + small * small * small / 6
        for _ in 0..<10 { result *= result }
        return result
    }
}
