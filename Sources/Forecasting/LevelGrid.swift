import Foundation

/// Group multipliers quantised: nine geometric levels of progress × three of losing, in between by the logarithm.
struct LevelGrid: Sendable {
    private static let progressCount = 9
    private static let progressReach = 1.6
    private static let losingCount = 3
    private static let losingReach = 0.7
    static let progress = axis(progressCount, reach: progressReach)
    static let losing = axis(losingCount, reach: losingReach)
    static let levels = losing.flatMap { loss in
        progress.map { WinTable.Level(win: exp($0), loss: exp(loss), move: exp($0)) }
    }
    static let middle = (losing.count / 2) * progress.count + progress.count / 2

    /// Four levels around a deal's multipliers and their weights, which add up to 1.
    struct Place: Sendable {
        let low: Int
        let right: Double
        let up: Double

        @inline(__always) func mix(_ value: (Int) -> Double) -> Double {
            let width = LevelGrid.progressCount
            let bottom = value(low) + (value(low + 1) - value(low)) * right
            let top = value(low + width) + (value(low + width + 1) - value(low + width)) * right
            return bottom + (top - bottom) * up
        }
    }

    @inline(__always) static func place(progress: Double, losing: Double) -> Place {
        let (x, right) = cell(progress, reach: progressReach, count: progressCount)
        let (y, up) = cell(losing, reach: losingReach, count: losingCount)
        return Place(low: y * progressCount + x, right: right, up: up)
    }

    @inline(__always) private static func cell(_ value: Double, reach: Double, count: Int) -> (Int, Double) {
        let scaled = (value + reach) * (Double(count - 1) / (2 * reach))
        let bounded = min(max(0, scaled), Double(count - 1))
        let low = min(count - 2, Int(bounded))
        return (low, bounded - Double(low))
    }

    private static func axis(_ count: Int, reach: Double) -> [Double] {
        (0..<count).map { -reach + 2 * reach * Double($0) / Double(count - 1) }
    }
}
