package import SalesDomain

/// Two of one report side by side: the same measures of another scope or of another period, stage by stage, then in all.
package struct Comparison: Sendable, Equatable {
    /// Named as the report's own columns are.
    package enum Measure: String, Sendable, CaseIterable {
        case count, amount
        case inPeriodAmount = "in_period_amount"
        case expected
        case overdueAmount = "overdue_amount"
        case openAmount = "open_amount"
        case model
        case factEntered = "fact_entered"
        case conversion, days, money
    }

    package enum Value: Sendable, Equatable {
        /// Minor units of the head's currency.
        case money(Int64)
        case count(Int)
        /// 0…1; a difference −1…1.
        case share(Double)
        case days(Int)
    }

    package struct Pair: Sendable, Equatable {
        package let this: Value?
        package let other: Value?
        package init(this: Value?, other: Value?) {
            self.this = this
            self.other = other
        }
    }

    package struct Row: Sendable, Equatable {
        /// Nil in the total, and of what is open at no stage that we know.
        package let stage: Stage.ID?
        package let isTotal: Bool
        /// In the order of the measures.
        package let pairs: [Pair]
        package init(stage: Stage.ID?, isTotal: Bool, pairs: [Pair]) {
            self.stage = stage
            self.isTotal = isTotal
            self.pairs = pairs
        }
    }

    package let this: ReportHead
    package let other: ReportHead
    package let measures: [Measure]
    package let rows: [Row]

    package init(this: ReportHead, other: ReportHead, measures: [Measure], rows: [Row]) {
        self.this = this
        self.other = other
        self.measures = measures
        self.rows = rows
    }
}

extension Comparison.Pair {
    /// This less the other; nil when either is not known.
    package var difference: Comparison.Value? {
        switch (this, other) {
        case (.money(let one), .money(let two)): .money(one - two)
        case (.count(let one), .count(let two)): .count(one - two)
        case (.share(let one), .share(let two)): .share(one - two)
        case (.days(let one), .days(let two)): .days(one - two)
        default: nil
        }
    }
}

extension Comparison {
    /// `at` gives a report's values at one stage, `all` those of its total, both in the order of the measures.
    init<Report>(
        _ reports: (this: Report, other: Report), heads: (this: ReportHead, other: ReportHead), _ measures: [Measure],
        stages: (Report) -> [Stage.ID?], at: (Report, Stage.ID?) -> [Value?], all: (Report) -> [Value?]
    ) {
        let first = stages(reports.this)
        let order = first + stages(reports.other).filter { !first.contains($0) }
        func pairs(_ this: [Value?], _ other: [Value?]) -> [Pair] {
            zip(this, other).map { Pair(this: $0, other: $1) }
        }
        rows =
            order.map { stage in
                Row(stage: stage, isTotal: false, pairs: pairs(at(reports.this, stage), at(reports.other, stage)))
            } + [Row(stage: nil, isTotal: true, pairs: pairs(all(reports.this), all(reports.other)))]
        (this, other, self.measures) = (heads.this, heads.other, measures)
    }
}
