/// What every state's part is read with.
struct DueReading: Sendable {
    let book: Book
    let frame: Lexis.Frame
    let until: Int32
    let weights: DealWeights
    let stride: Int
    private let fit: Intensities
    /// Not by the book: a copy for each stay would count references to all its columns.
    private let history: History
    /// [tercile × days + day]
    private let calendar: [DueTally.Exits]

    init(_ book: Book, _ fit: Intensities, _ lexis: Lexis, weights: DealWeights, until: Int32) {
        self.book = book
        self.fit = fit
        self.until = until
        self.weights = weights
        history = book.history
        frame = Lexis.Frame(book.paths, today: book.history.today)
        stride = DueTally.stride(book)
        let classes = DayClasses(book.history.calendar, firstDay: frame.firstDay, count: frame.days)
        let (days, multipliers) = (frame.days, fit.calendar)
        calendar = (0..<3).flatMap { third in
            (0..<days).map { day in
                DueTally.Exits(
                    multipliers[0].value(classes, day, third), multipliers[1].value(classes, day, third),
                    multipliers[2].value(classes, day, third), 0)
            }
        }
    }

    func state(_ state: Int) -> DueTally.Part {
        var part = DueTally.Part()
        let (paths, cells) = (book.sample.paths, fit.cells(of: state))
        let start = frame.firstDay + Int32(frame.riskStart(paths.firstExit[Int(paths.statePipeline[state])]))
        let rows = book.sample.rows(state)
        var (days, expected, gate) = (DueDays(cells: AgeCells.count), part.expected, DueGate())
        counting(&days, &expected, &gate) { counting in
            paths.reading { spells in
                for row in rows {
                    let spell = Int(row)
                    let (enter, exit) = (spells.enter[spell], spells.exit[spell])
                    let deal = Int(spells.deal[spell])
                    guard stride == 1 || deal % stride == 0, enter >= frame.firstDay, enter < until - 1 else {
                        continue
                    }
                    let (progress, losing) = (weights[deal].x, weights[deal].y)
                    let weight = DueTally.Exits(progress, losing, progress, 0)
                    let stay = Stay(
                        created: history.created[deal], enter: enter, last: min(exit, until - 1), exit: exit,
                        weight: weight)
                    read(deal, stay, from: start, cells, counting, &part)
                    if exit < until, exit > enter { leave(deal, on: exit, to: spells.next[spell], &part) }
                }
            }
        }
        part.expected = expected
        part.gate.add(gate)
        part.take(days)
        return part
    }

    private func counting(
        _ days: inout DueDays, _ expected: inout [DueTally.Exits], _ gate: inout DueGate, _ body: (Counting) -> Void
    ) {
        days.counting { days in
            gate.counting { gate in
                expected.withUnsafeMutableBufferPointer { body(Counting(days: days, expected: $0, gate: gate)) }
            }
        }
    }

    private struct Stay {
        let created: Int32
        let enter: Int32
        let last: Int32
        let exit: Int32
        let weight: DueTally.Exits
    }

    /// What is counted day by day, where it stands.
    private struct Counting {
        let days: DueDays.View
        let expected: UnsafeMutableBufferPointer<DueTally.Exits>
        let gate: DueGate.View
    }

    /// A stay in pieces in which the expected close is the same.
    private func read(
        _ deal: Int, _ stay: Stay, from start: Int32, _ cells: [Cell], _ counting: Counting, _ part: inout DueTally.Part
    ) {
        let dues = history.dueRows(of: deal)
        var (row, due, day) = (dues.lowerBound, Int32.max, stay.enter + 1)
        while day <= stay.last {
            var next = stay.last + 1
            while row < dues.upperBound {
                let (on, new) = (history.dueDay[row], history.dueValue[row])
                // What is said on a day stands from the start of the next one.
                let stands = max(on, history.dueKnown[row]) + 1
                if stands > day {
                    next = min(next, stands)
                    break
                }
                if on == day - 1, on > stay.created, due != .max, new != due {
                    part.moves.move(
                        from: DueBucket.of(due: due, on: on), left: Int(new) - Int(day), isDated: new != .max)
                }
                due = new
                row += 1
            }
            count(max(day, start)..<max(next, day, start), due, stay, cells, counting)
            day = next
        }
    }

    /// Days with one date in runs of one cell and one bucket.
    private func count(_ days: Range<Int32>, _ due: Int32, _ stay: Stay, _ cells: [Cell], _ counting: Counting) {
        var day = days.lowerBound
        while day < days.upperBound {
            let cell = counting.days.cell(ofAge: Int(day - 1 - stay.enter))
            let bucket = DueBucket.of(due: due, on: day)
            if cell < AgeCells.daily {
                counting.days.stand(cell, bucket, due: due, on: day)
                add(day..<day + 1, stay, cells[cell], cell, bucket, counting)
                day += 1
                continue
            }
            let end = min(
                days.upperBound, counting.days.end(ofCell: cell, enter: stay.enter),
                counting.days.end(of: bucket, due: due))
            counting.days.stand(cell, bucket, due: due, on: day..<end)
            add(day..<end, stay, cells[cell], cell, bucket, counting)
            day = end
        }
    }

    /// Where one rate holds, by cell and bucket; for the gate by the length of the deal's life as well.
    private func add(
        _ days: Range<Int32>, _ stay: Stay, _ rates: Cell, _ cell: Int, _ bucket: Int, _ counting: Counting
    ) {
        let created = Int(stay.created)
        let row = rates.tercile * frame.days - Int(frame.firstDay) + created
        let place = cell * DueBucket.count + bucket
        var all = counting.expected[place]
        calendar.withUnsafeBufferPointer { calendar in
            let lives = Int(days.lowerBound) - created..<Int(days.upperBound) - created
            counting.gate.expect(lives, bucket) { lives, gate in
                for life in lives {
                    // On the day of its exit a deal was there for half of it.
                    let isLast = created + life == Int(stay.exit)
                    let chance = rates.rate * calendar[row + life] * stay.weight * (isLast ? 0.5 : 1)
                    all += chance
                    gate += chance
                }
            }
        }
        counting.expected[place] = all
    }

    private func leave(_ deal: Int, on exit: Int32, to next: Int16, _ part: inout DueTally.Part) {
        let kind: Lexis.Exit = next == Paths.won ? .win : next == Paths.lost ? .loss : .move
        let due = history.due(of: deal, before: exit)
        part.gate.see(kind, life: Int(exit - history.created[deal]), DueBucket.of(due: due, on: exit))
        if kind != .move, due != .max, abs(Int(due) - Int(exit)) <= 3 { part.around[Int(exit) - Int(due) + 3] += 1 }
    }

    /// Intensities in one cell of age.
    struct Cell {
        let rate: DueTally.Exits
        let tercile: Int
    }
}

extension Intensities {
    /// Bin of each cell of age in a state.
    func bins(of state: Int) -> [Int] {
        var bin = 0
        return AgeCells.starts.map { age in
            while bin + 1 < binCount[state], binStarts[state][bin + 1] <= age { bin += 1 }
            return bin
        }
    }

    fileprivate func cells(of state: Int) -> [DueReading.Cell] {
        bins(of: state).map { bin in
            let slots = rates[state][bin]
            return DueReading.Cell(
                rate: DueTally.Exits(slots[0], slots[1], slots[2...].reduce(0, +), 0),
                tercile: Int(tercile[state * Intensities.maxBins + bin]))
        }
    }
}

extension History {
    func dueRows(of deal: Int) -> Range<Int> { Int(dueStart[deal])..<Int(dueStart[deal + 1]) }
}
