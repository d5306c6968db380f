import Testing

@testable import Forecasting

/// Runs of days against days one by one.
struct DueDaysTests {
    @Test(
        "a run counts as its days do, and ends where the bucket or the cell changes",
        arguments: [Int32.max, 40, 160, -5])
    func runs(due: Int32) {
        let (cells, enter) = (AgeCells.count, Int32(0))
        var (whole, single) = (DueDays(cells: cells), DueDays(cells: cells))
        whole.counting { days in
            var day = enter + 1
            while day < 620 {
                let cell = days.cell(ofAge: Int(day - 1 - enter))
                let bucket = DueBucket.of(due: due, on: day)
                let end = min(620, days.end(ofCell: cell, enter: enter), days.end(of: bucket, due: due))
                #expect(end > day)
                days.stand(cell, bucket, due: due, on: day..<end)
                day = end
            }
        }
        single.counting { days in
            for day in enter + 1..<620 {
                let cell = Int(AgeCells.ofAge[min(AgeCells.cap, Int(day - 1 - enter))])
                days.stand(cell, DueBucket.of(due: due, on: day), due: due, on: day)
            }
        }
        #expect(whole.bySlot == single.bySlot)
        #expect(whole.byBucket == single.byBucket)
        #expect(whole.byBucket.reduce(0, +) == 619)
        // One by one, by hand.
        let overdue = due == .max ? 0 : (1..<620).count { due - Int32($0) < -30 }
        #expect(whole.byBucket[0] == overdue)
        let slot = (1..<620).count { due != .max && due - Int32($0) == 12 }
        let slots = stride(from: 12 - DueStands.lefts.lowerBound, to: whole.bySlot.count, by: DueStands.slots)
        #expect(slots.reduce(0) { $0 + Int(whole.bySlot[$1]) } == slot)
    }
}
