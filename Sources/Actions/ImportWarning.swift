package import Exchange
package import SalesDomain

/// A row that was taken, and means something else than it seems to.
package struct ImportWarning: Sendable, Equatable {
    package let file: String
    package let line: Int
    package let column: Column
    package let start: MidPeriodStart

    /// One sentence without the place, for a person.
    package func words(in language: Company.Language) -> String {
        switch language {
        case .en:
            "“\(start.plan)” begins in the middle of a period: a period is paid by one plan, so this version holds from the next one, \(start.holdsFrom)"
        case .uk:
            "«\(start.plan)» починається посеред періоду: період платить одна схема, тож ця версія діє від наступного — \(start.holdsFrom)"
        }
    }
}
