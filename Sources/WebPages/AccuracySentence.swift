internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// How right, out of how much is possible, and how often the range held.
struct AccuracySentence {
    let backtest: Backtest

    private var texts: Texts { backtest.texts }
    private var kind: String { backtest.report.kind == .quarter ? "quarter" : "month" }

    var html: String {
        guard let level = backtest.levels.first, let summary = backtest.summary(level, backtest.horizon),
            let model = summary.accuracy[.model]
        else { return texts.html("accuracy.sentence.none") }
        return [luck, main(summary, model), later(level), range].compactMap(\.self).joined(separator: " ")
    }

    /// Of so few wins.
    private var luck: String? {
        guard backtest.isLuck else { return nil }
        return texts.html(
            "accuracy.sentence.luck." + kind,
            ["periods": .count(backtest.rows.count), "wins": .count(backtest.wins)])
    }

    private func main(_ summary: BacktestReport.Summary, _ model: Double) -> String {
        var given: [String: Texts.Argument] = [
            "accuracy": .text(percent(model)), "periods": .count(summary.periods), "subject": .text(subject),
        ]
        let moment = backtest.key(of: backtest.horizon)
        guard let ceiling = summary.ceiling, ceiling > 0 else {
            return texts.capital(texts.html("accuracy.sentence.\(kind).\(moment)", given))
        }
        given["ceiling"] = .text(percent(ceiling))
        return texts.capital(texts.html("accuracy.sentence.\(kind).\(moment)", given)) + " "
            + texts.html("accuracy.sentence.ceiling" + (model < ceiling ? "" : ".reached"), given)
    }

    /// The same at the later moments, when the beginning was asked for.
    private func later(_ level: BacktestReport.Level) -> String? {
        guard backtest.horizon == .start, let third = backtest.summary(level, .third)?.accuracy[.model],
            let twoThirds = backtest.summary(level, .twoThirds)?.accuracy[.model]
        else { return nil }
        return texts.html(
            "accuracy.sentence.\(kind).later",
            ["third": .text(percent(third)), "two_thirds": .text(percent(twoThirds))])
    }

    private var range: String? {
        let rows = backtest.rows
        guard !rows.isEmpty else { return nil }
        let held = rows.count { $0.p10 <= $0.actual && $0.actual <= $0.p90 }
        return texts.html("accuracy.sentence.range", ["held": .count(held), "periods": .count(rows.count)])
    }

    private var subject: String { backtest.scope == .company ? "" : backtest.frame.name(of: backtest.scope) + ": " }

    private func percent(_ value: Double) -> String {
        value < 0 ? texts("accuracy.below_zero") + texts.percentSign : texts.percent(value, places: 1)
    }
}

/// Who wins, said in words: where a simple method was better than the model by more than chance explains.
struct AccuracyVerdict {
    let backtest: Backtest

    var lines: [Values] {
        let texts = backtest.texts
        let lost: [Values] = backtest.levels.flatMap { level in
            Horizon.allCases.compactMap { horizon in line(level, horizon) }
        }
        let counted: [Values] =
            backtest.report.isCounted ? [["words_html": texts.html("accuracy.counted"), "alert": true]] : []
        if backtest.isLuck { return counted }
        return counted + (lost.isEmpty ? [["words_html": texts.html("accuracy.verdict.model"), "alert": false]] : lost)
    }

    private func line(_ level: BacktestReport.Level, _ horizon: Horizon) -> Values? {
        guard let summary = backtest.summary(level, horizon), let winner = summary.winner, winner != .model else {
            return nil
        }
        let isNaive = summary.betterBaseline != nil
        let texts = backtest.texts
        return [
            "words_html": texts.html(
                isNaive ? "accuracy.verdict.naive" : "accuracy.verdict.other",
                [
                    "level": .text(texts.capital(texts("accuracy.level." + level.rawValue))),
                    "moment": .text(texts("accuracy.moment." + backtest.key(of: horizon))),
                    "method": .text(texts("method." + (summary.betterBaseline ?? winner).rawValue)),
                    "other": .text(percent(summary.accuracy[summary.betterBaseline ?? winner])),
                    "model": .text(percent(summary.accuracy[.model])),
                ]), "alert": true,
        ]
    }

    private func percent(_ accuracy: Double?) -> String { backtest.percent(accuracy) + backtest.texts.percentSign }
}
