internal import SalesDomain
internal import Texts

/// The same fan as data for the browser's chart: it draws, the words are already here.
struct FanChart {
    let fan: Fan

    var json: String {
        JSON.object([
            "kind": "fan",
            "axis": .object([
                "low": .number(fan.axis.low), "high": .number(fan.axis.high), "step": .number(fan.axis.step),
            ]),
            "ticks": .strings(fan.axis.ticks.map { fan.texts.decimal($0, places: fan.axis.places) }),
            "days": .number(Double(fan.days)),
            "dates": .array(fan.dated.map { .array([.number(Double($0)), .string(fan.dateLabel($0))]) }),
            "rests": .array(fan.rests.map { .numbers([Double($0.from), Double($0.to)]) }),
            "today": fan.hasToday ? .number(Double(fan.today)) : .none,
            "from": fan.isOver ? .none : .number(Double(fan.today)),
            "todayWords": .string(fan.todayWords), "todayBrief": .string(fan.todayBrief),
            "wonWords": .string(fan.curve.won.last.map(fan.figure) ?? ""),
            "won": .numbers(fan.values(fan.curve.won)),
            "p10": .numbers(fan.values(fan.curve.p10)), "p25": .numbers(fan.values(fan.curve.p25)),
            "mean": .numbers(fan.values(fan.curve.mean)), "p75": .numbers(fan.values(fan.curve.p75)),
            "p90": .numbers(fan.values(fan.curve.p90)),
            "pace": .numbers(fan.values(fan.curve.pace ?? [])),
            "ends": .array(
                fan.ends.map {
                    .object([
                        "words": .string($0.words), "brief": .string($0.brief), "value": .number($0.value),
                        "style": .string($0.style),
                    ])
                }),
            "tips": .strings((0...fan.days).map(tip)),
        ]).text
    }

    private func tip(_ place: Int) -> String {
        let texts = fan.texts
        var lines = [place == 0 ? texts("fan.start") : texts.day(fan.day(place))]
        if fan.curve.won.indices.contains(place) {
            lines.append(texts("fan.tip.won", ["value": .text(amount(fan.curve.won[place]))]))
        }
        let ahead = place - fan.today
        if ahead > 0, fan.curve.mean.indices.contains(ahead), fan.curve.p10.indices.contains(ahead),
            fan.curve.p90.indices.contains(ahead)
        {
            lines.append(texts("fan.tip.forecast", ["value": .text(amount(fan.curve.mean[ahead]))]))
            let ends = texts.amounts(from: fan.curve.p10[ahead], to: fan.curve.p90[ahead], fan.curve.currency)
            lines.append(texts("fan.tip.range", ["low": .text(ends.low), "high": .text(ends.high)]))
        }
        if let pace = fan.curve.pace, pace.indices.contains(place) {
            lines.append(texts("fan.tip.plan", ["value": .text(amount(pace[place]))]))
        }
        return lines.joined(separator: "\n")
    }

    private func amount(_ minor: Int64) -> String { fan.texts.amount(minor, fan.curve.currency) }
}
