import Foundation

/// Group multipliers quantised: seven geometric levels of the win's multiplier, in between by the logarithm.
struct LevelGrid: Sendable {
    static let count = 7
    static let reach = 1.8
    static let logs = (0..<count).map { -reach + 2 * reach * Double($0) / Double(count - 1) }
    static let levels = logs.map { WinTable.Level(win: exp($0), loss: 1, move: 1) }
    static let middle = count / 2

    /// The lower of the two levels around the multiplier, and the weight of the upper one.
    @inline(__always) static func place(_ logMultiplier: Double) -> (low: Int, weight: Double) {
        let scaled = (min(max(logMultiplier, -reach), reach) + reach) / (2 * reach) * Double(count - 1)
        let low = min(count - 2, Int(scaled))
        return (low, scaled - Double(low))
    }
}
