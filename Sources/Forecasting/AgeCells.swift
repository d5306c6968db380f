/// Days in a stage, counted in cells: daily for two weeks, then wider and wider; the last cell is open.
enum AgeCells {
    static let cap = 400
    static let starts: [Int] = [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 21, 24, 28, 32, 37, 42, 49, 56, 65, 75, 90, 105, 120,
        140, 160, 180, 210, 240, 300, 360, 400,
    ]
    static let count = starts.count
    /// So many cells at the beginning are of one day.
    static let daily = 14
    /// By age 0...cap.
    static let ofAge: [UInt8] = {
        var cells = [UInt8](repeating: 0, count: cap + 1)
        for cell in 0..<count {
            let end = cell + 1 < count ? starts[cell + 1] : cap + 1
            for age in starts[cell]..<end { cells[age] = UInt8(cell) }
        }
        return cells
    }()

    /// The cell in which somebody is on the last of so many days at risk, at least one.
    @inline(__always) static func last(ofDays days: Int32) -> Int { Int(ofAge[min(cap, Int(days) - 1)]) }
}
