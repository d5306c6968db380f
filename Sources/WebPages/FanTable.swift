internal import SalesDomain
internal import Texts

/// The figures under the fan, day by day: what can be checked.
struct FanTable {
    let fan: Fan

    var rows: [Values] {
        places.map { place in
            let ahead = place - fan.today
            let isAhead = ahead > 0 && fan.curve.mean.indices.contains(ahead)
            return [
                "day": fan.texts.day(fan.day(place)), "today": place == fan.today && !fan.isOver,
                "won": shown(fan.curve.won, place), "mean": isAhead ? shown(fan.curve.mean, ahead) : fan.texts("none"),
                "range": isAhead
                    ? shown(fan.curve.p10, ahead) + Signs.enDash + shown(fan.curve.p90, ahead) : fan.texts("none"),
                "pace": shown(fan.curve.pace ?? [], place),
            ]
        }
    }

    /// Every day of a month; in a longer period the last day of each week, today and the end.
    private var places: [Int] {
        (1...max(1, fan.days)).filter { place in
            fan.days <= 45 || place == fan.today || place == fan.days || fan.day(place).weekday == 6
        }
    }

    private func shown(_ line: [Int64], _ place: Int) -> String {
        guard line.indices.contains(place) else { return fan.texts("none") }
        let scale = AmountScale(ofColumn: fan.axis.high * fan.scale.units)
        return fan.texts.column(line[place], fan.curve.currency, scale)
    }

    var unit: String {
        fan.texts.unit(AmountScale(ofColumn: fan.axis.high * fan.scale.units), fan.curve.currency)
    }
}
