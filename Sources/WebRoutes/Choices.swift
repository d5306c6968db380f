package import SalesDomain

/// The choices that stand in addresses by these names.

/// What a forecast is cut by.
package enum Cut: String, Hashable, Sendable, CaseIterable, QueryValue {
    case department, employee, product, pipeline, deal
}

package enum Format: String, Hashable, Sendable, CaseIterable, QueryValue { case html, json, csv, xlsx }

package enum Theme: String, Hashable, Sendable, CaseIterable, QueryValue { case light, dark, auto }

/// When in its period a forecast is made.
package enum Horizon: String, Hashable, Sendable, CaseIterable, QueryValue {
    case start = "0"
    case third = "0.33"
    case twoThirds = "0.67"

    package var fraction: Double {
        switch self {
        case .start: 0
        case .third: 1.0 / 3
        case .twoThirds: 2.0 / 3
        }
    }
}

package enum Method: String, Hashable, Sendable, CaseIterable, QueryValue {
    case template, statistical, model
    case naiveLast = "naive_last"
    case naiveMean3 = "naive_mean3"
}

/// What of a sale counts.
extension Company.Basis: QueryValue {}

/// By what a plan is set.
extension Quota.Measure: QueryValue {}

/// From when on a page says what changed.
package enum Since: String, Hashable, Sendable, CaseIterable, QueryValue { case day, week, period }

/// How long the periods of a series are.
package enum Grain: String, Hashable, Sendable, CaseIterable, QueryValue { case day, week, month }

package enum Repeating: String, Hashable, Sendable, CaseIterable, QueryValue {
    case month, quarter

    package var kind: Period.Kind {
        switch self {
        case .month: .month
        case .quarter: .quarter
        }
    }
}

/// Which deals of a list: of one status, or all of them.
package enum StatusChoice: String, Hashable, Sendable, CaseIterable, QueryValue {
    case open, won, lost, all

    package init(_ status: Deal.Status?) { self = status.flatMap { StatusChoice(rawValue: $0.rawValue) } ?? .all }

    /// Nil: of any.
    package var status: Deal.Status? { Deal.Status(rawValue: rawValue) }
}

/// What sellers say of their deals.
package enum CategoryChoice: String, Hashable, Sendable, CaseIterable, QueryValue {
    case commit
    case best = "best_case"
    case pipeline

    package var category: Deal.Category { Deal.Category(rawValue: rawValue) ?? .pipeline }
}

package enum DealOrder: String, Hashable, Sendable, CaseIterable, QueryValue {
    case created, amount, stage, owner
    case expectedClose = "expected_close"
    case closed, age
}
