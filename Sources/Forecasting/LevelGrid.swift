import Foundation

/// Group multipliers quantised: nine geometric levels of progress × three of losing, in between by the logarithm.
struct LevelGrid: Sendable {
    private static let progressCount = 9
    private static let progressReach = 1.6
    private static let losingCount = 3
    private static let losingReach = 0.7
    private static let step = 2 * progressReach / Double(progressCount - 1)
    /// One over the multipliers of four levels, the first being one.
    private static let fall = SIMD4(1, exp(-step), exp(-2 * step), exp(-3 * step))
    static let progress = axis(progressCount, reach: progressReach)
    static let losing = axis(losingCount, reach: losingReach)
    static let levels = losing.flatMap { loss in
        progress.map { WinTable.Level(win: exp($0), loss: exp(loss), move: exp($0)) }
    }
    static let middle = (losing.count / 2) * progress.count + progress.count / 2

    /// A deal's multipliers among the levels: a parabola through those of losing, and through four of progress a cubic of
    /// the chance over the multiplier, because chances go like the multiplier or, where several steps are needed, like a
    /// power of it. (A straight line between two levels would give up to a fifth too much.)
    struct Place: Sendable {
        /// The first of the levels.
        let low: Int
        /// How far beyond it in levels of progress.
        let right: Double
        /// Where it lies among those of losing, from the first one.
        let height: Double
        private let across: SIMD4<Double>
        private let up: SIMD3<Double>

        /// - Parameters:
        ///   - x: in levels of progress from the first one of all; `y`: in those of losing.
        @inline(__always) init(x: Double, y: Double) {
            low = min(max(0, Int(x) - 1), LevelGrid.progressCount - 4)
            right = x - Double(low)
            height = y
            let (a, b, c) = (right - 1, right - 2, right - 3)
            let cubic = SIMD4(-a * b * c / 6, right * b * c / 2, -right * a * c / 2, right * a * b / 6)
            across = cubic * LevelGrid.fall * exp(LevelGrid.step * right)
            up = SIMD3((y - 1) * (y - 2) / 2, y * (2 - y), y * (y - 1) / 2)
        }

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
        Place(
            x: scaled(progress, reach: progressReach, count: progressCount),
            y: scaled(losing, reach: losingReach, count: losingCount))
    }

    @inline(__always) private static func scaled(_ value: Double, reach: Double, count: Int) -> Double {
        min(max(0, (value + reach) * (Double(count - 1) / (2 * reach))), Double(count - 1))
    }

    private static func axis(_ count: Int, reach: Double) -> [Double] {
        (0..<count).map { -reach + 2 * reach * Double($0) / Double(count - 1) }
    }
}
