import Foundation

/// Group multipliers quantised: nine geometric levels of progress × three of losing, in between by the logarithm.
struct LevelGrid: Sendable {
    static let progress = axis(9, reach: 1.6)
    static let losing = axis(3, reach: 0.7)
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
            let width = LevelGrid.progress.count
            let bottom = value(low) + (value(low + 1) - value(low)) * right
            let top = value(low + width) + (value(low + width + 1) - value(low + width)) * right
            return bottom + (top - bottom) * up
        }
    }

    static func place(progress: Double, losing: Double) -> Place {
        let (x, right) = cell(progress, Self.progress)
        let (y, up) = cell(losing, Self.losing)
        return Place(low: y * Self.progress.count + x, right: right, up: up)
    }

    private static func cell(_ value: Double, _ axis: [Double]) -> (Int, Double) {
        let scaled = (value - axis[0]) / (axis[1] - axis[0])
        let bounded = min(max(0, scaled), Double(axis.count - 1))
        let low = min(axis.count - 2, Int(bounded))
        return (low, bounded - Double(low))
    }

    private static func axis(_ count: Int, reach: Double) -> [Double] {
        (0..<count).map { -reach + 2 * reach * Double($0) / Double(count - 1) }
    }
}
