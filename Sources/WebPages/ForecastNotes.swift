internal import SalesDomain
internal import SalesReports
internal import Texts

/// What the reader must know beside the figure, in words.
struct ForecastNotes {
    let notes: ForecastReport.Notes
    let plan: ForecastReport.Plan
    let frame: Frame

    var values: Values { ["notes": lines, "has_notes": !lines.isEmpty] }

    private var lines: [Values] {
        let texts = frame.texts
        var lines: [Values] = []
        func add(_ key: String, _ given: [String: Texts.Argument] = [:], alert: Bool = false) {
            lines.append(["words_html": texts.html(key, given), "alert": alert])
        }
        if let day = notes.silentSince { add("company.note.silent", ["day": .text(frame.texts.day(day))], alert: true) }
        if !notes.amountsKnown { add("company.note.no_amounts", alert: true) }
        switch notes.method {
        case "template": add("company.note.template", alert: true)
        case "little": add("company.note.little", ["deals": .count(notes.closedDeals)], alert: true)
        default: break
        }
        if notes.processIsChanging { add("company.note.changing", alert: true) }
        for change in notes.stageChanges {
            let words = texts.change(
                of: stage(change.stage), isLosing: change.exit == .loss, pace: change.pace, since: change.since)
            add(words.key, words.given, alert: true)
        }
        if let better = notes.betterBaseline {
            add("company.note.baseline", ["method": .text(name(better))], alert: true)
        }
        if !notes.withoutRate.isEmpty {
            add("company.note.without_rate", ["deals": .count(notes.withoutRate.count)], alert: true)
        }
        if let cover = plan.cover {
            add(
                "company.note.plan_part", ["planned": .text(texts.integer(cover.planned)), "all": .count(cover.all)],
                alert: true)
        } else if plan.isSum {
            add("company.note.plan_sum")
        }
        if notes.wonWithoutAmount > 0 {
            add("company.note.won_without_amount", ["deals": .count(notes.wonWithoutAmount)])
        }
        let valued = notes.valuedByPrice + notes.valuedByAverage
        if valued > 0 { add("company.note.valued", ["deals": .count(valued)]) }
        if !notes.stagesWithoutProbability.isEmpty { add("company.note.no_template", ["stages": .text(stages)]) }
        if notes.method == "learned" { add("company.note.learned", ["deals": .count(notes.closedDeals)]) }
        return lines
    }

    private var stages: String {
        let texts = frame.texts
        return notes.stagesWithoutProbability.map {
            texts("company.note.stage", ["stage": .text(stage($0))])
        }.joined(separator: ", ")
    }

    private func stage(_ id: Stage.ID) -> String { frame.names.stage(id)?.name ?? frame.texts("none") }

    private func name(_ method: String) -> String {
        let key = "method." + method
        return frame.texts.has(key) ? frame.texts(key) : method
    }
}
