internal import SalesReports
internal import Texts
internal import WebRoutes

/// Method × level × moment, in percent.
struct AccuracyTable {
    let backtest: Backtest

    private var texts: Texts { backtest.texts }

    private struct Column {
        let level: BacktestReport.Level
        let horizon: Horizon
        let summary: BacktestReport.Summary
        let opens: Bool
    }

    var values: Values {
        let columns = columns
        return [
            "levels": backtest.levels.map { level in
                [
                    "name": texts.capital(texts("accuracy.level." + level.rawValue)),
                    "span": String(columns.count { $0.level == level }),
                ] as Values
            },
            "moments": columns.map { column in
                [
                    "name": texts("accuracy.moment." + backtest.key(of: column.horizon)), "split": column.opens,
                ] as Values
            },
            "methods": methods.map { method in
                row(texts("method." + method.rawValue), columns, chosen: method == .model) { column in
                    backtest.percent(column.summary.accuracy[method])
                }
            },
            "ceiling_row": row(texts("accuracy.table.ceiling"), columns) {
                backtest.percent($0.summary.ceiling.map { max(0, $0) })
            },
            "coverage_row": row(texts("accuracy.table.coverage"), columns) { column in
                column.summary.coverage80.map { texts.decimal($0 * 100, places: 0) } ?? texts("none")
            },
            "periods_row": row(texts("accuracy.table.periods"), columns) { texts.integer($0.summary.periods) },
        ]
    }

    private var columns: [Column] {
        backtest.levels.flatMap { level in
            Horizon.allCases.compactMap { horizon in
                backtest.summary(level, horizon).map { (horizon, $0) }
            }.enumerated().map { Column(level: level, horizon: $1.0, summary: $1.1, opens: $0 == 0) }
        }
    }

    /// The model, then the others, best first where the table begins.
    private var methods: [BacktestReport.MethodName] {
        let first = columns.first?.summary.accuracy ?? [:]
        let others = BacktestReport.MethodName.allCases.filter { $0 != .model }
        let order = others.enumerated().sorted {
            let (left, right) = (first[$0.element] ?? -9, first[$1.element] ?? -9)
            return left != right ? left > right : $0.offset < $1.offset
        }
        return [.model] + order.map(\.element)
    }

    private func row(_ name: String, _ columns: [Column], chosen: Bool = false, _ cell: (Column) -> String) -> Values {
        [
            "name": name, "chosen": chosen,
            "cells": columns.map { ["text": cell($0), "split": $0.opens] as Values },
        ]
    }
}
