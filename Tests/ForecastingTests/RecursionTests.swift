import Foundation
import Testing

@testable import Forecasting

struct RecursionTests {
    @Test("one stage with a constant intensity and no loss is won with 1 − (1 − p)^H")
    func constantHazard() {
        let fit = Intensities.constant(win: 0.03, loss: 0)
        let table = WinTable(fit, .everyDay, from: 100, to: 130, levels: [.one])
        let p = -expm1(-0.03)
        #expect(abs(table.chance(0, 0, 5) - (1 - pow(1 - p, 30))) < 1e-12)
        #expect(abs(table.chanceArriving(0, 0, 29)) < 1e-15)
        #expect(abs(table.chanceArriving(0, 0, 9) - (1 - pow(1 - p, 20))) < 1e-12)
    }

    @Test("with a competing loss the win takes its share of the exits")
    func competingLoss() {
        let fit = Intensities.constant(win: 0.02, loss: 0.06)
        let table = WinTable(fit, .everyDay, from: 0, to: 3_000, levels: [.one])
        #expect(abs(table.chance(0, 0, 0) - 0.25) < 1e-9)
    }
}

extension Intensities {
    static func constant(win: Double, loss: Double) -> Intensities {
        let rates = [[[win, loss]]]
        return Intensities(
            states: 1, destinations: [[]], binStarts: [[0]], binCount: [1],
            tercile: [UInt8](repeating: 1, count: Intensities.maxBins), rates: rates,
            calendar: [CalendarMultipliers](repeating: CalendarMultipliers(), count: 3), pace: nil, alone: nil)
    }
}

extension History.Calendar {
    static let everyDay = History.Calendar(
        firstDay: 0, weekday: [0], working: [true], monthOfQuarter: [0], monthOfYear: [0])
}
