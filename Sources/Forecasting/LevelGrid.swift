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

    /// A deal's multipliers among the levels: a cubic through four levels of progress, a parabola through those of losing.
    /// (Straight lines would give too much: chances that need several steps bend upwards between levels.)
    struct Place: Sendable {
        /// The first of the levels.
        let low: Int
        /// How far beyond it in levels of progress.
        let right: Double
        let across: SIMD4<Double>
        let up: SIMD4<Double>

        @inline(__always) func mix(_ value: (Int) -> Double) -> Double {
            let width = LevelGrid.progressCount
            @inline(__always) func row(_ first: Int) -> Double {
                across.x * value(first) + across.y * value(first + 1) + across.z * value(first + 2)
                    + across.w * value(first + 3)
            }
            return up.x * row(low) + up.y * row(low + width) + up.z * row(low + 2 * width)
        }
    }

    @inline(__always) static func place(progress: Double, losing: Double) -> Place {
        let x = scaled(progress, reach: progressReach, count: progressCount)
        let y = scaled(losing, reach: losingReach, count: losingCount)
        let low = min(max(0, Int(x) - 1), progressCount - 4)
        let t = x - Double(low)
        let (a, b, c) = (t - 1, t - 2, t - 3)
        return Place(
            low: low, right: t,
            across: SIMD4(-a * b * c / 6, t * b * c / 2, -t * a * c / 2, t * a * b / 6),
            up: SIMD4((y - 1) * (y - 2) / 2, y * (2 - y), y * (y - 1) / 2, 0))
    }

    @inline(__always) private static func scaled(_ value: Double, reach: Double, count: Int) -> Double {
        min(max(0, (value + reach) * (Double(count - 1) / (2 * reach))), Double(count - 1))
    }

    private static func axis(_ count: Int, reach: Double) -> [Double] {
        (0..<count).map { -reach + 2 * reach * Double($0) / Double(count - 1) }
    }
}
