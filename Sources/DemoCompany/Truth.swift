import Foundation

/// How the demo company really works: what a perfect observer would find out.
package struct Truth: Sendable {
    /// An open stage. On day u after it was entered, a deal leaves it with the intensity
    /// `hump · (u/humpDay) · exp(1 − u/humpDay) + floor`, divided among the ways out by `shares`, all times the calendar's factor.
    package struct Stage: Sendable {
        package let name: String
        /// What the company's settings say; far too rosy.
        package let template: Double
        package let humpDay: Double
        package let hump: Double
        package let floor: Double
        package let shares: Shares

        package func intensity(afterDays days: Int) -> Double {
            let age = Double(days) / humpDay
            return hump * age * exp(1 - age) + floor
        }
    }

    /// They add up to 1 for a seller of strength 1 and a source of strength 1; both multiply `advance` and `skip`.
    package struct Shares: Sendable {
        package let advance: Double
        package let skip: Double
        package let back: Double
        package let lose: Double
    }

    package struct Source: Sendable {
        package let name: String
        package let share: Double
        package let strength: Double
    }

    /// A seller who loses at one stage what others carry on.
    package struct Weakness: Sendable {
        package let seller: String
        package let stage: Int
        package let advance: Double
        package let lose: Double
    }

    /// What sets the deals of a department apart from the mean.
    package struct Market: Sendable {
        package let inflow: Double
        package let size: Double
    }

    /// A seller who waits to be called.
    package struct Passivity: Sendable {
        package let seller: String
        package let outbound: Double
    }

    package let stages: [Stage]
    package let won: String
    package let lost: String
    /// From Monday; a holiday counts as a Sunday.
    package let weekday: [Double]
    /// On the win alone: the last month of a quarter closes more.
    package let monthOfQuarter: [Double]
    /// How many deals start, from January.
    package let inflow: [Double]
    package let yearlyGrowth: Double
    package let sources: [Source]
    /// Seller by strength: 1 is usual.
    package let strength: [String: Double]
    package private(set) var weakness: Weakness
    package let markets: [String: Market]
    /// The share of calls that a seller makes; the rest is received.
    package let outbound: Double
    package let passivity: Passivity
    /// The chance, at each stage entered, that the deal dies there without anybody saying so.
    package let dies: Double
    /// The daily chance that a dead deal is at last closed as lost.
    package let buried: Double
    package let reopened: Double
    /// Losses that are written down days after they happened.
    package let recordedLate: Double
    /// What comes after the win.
    package let paying: Paying

    /// The same company in which nobody is weaker at one stage than at the others.
    package var withoutWeakness: Truth {
        var truth = self
        truth.weakness = Weakness(seller: weakness.seller, stage: weakness.stage, advance: 1, lose: 1)
        return truth
    }
}
