/// What every state's part is read with.
struct DueReading: Sendable {
    let book: Book
    let frame: Lexis.Frame
    let until: Int32
    let weights: [Double]
    let stride: Int
    private let fit: Intensities
    /// [tercile × days + day]
    private let calendar: [DueTally.Exits]

    init(_ book: Book, _ fit: Intensities, _ lexis: Lexis, weights: [Double], until: Int32) {
        self.book = book
        self.fit = fit
        self.until = until
        self.weights = weights
        frame = Lexis.Frame(book.paths, today: book.history.today)
        stride =
            max(1, (book.history.created.count / book.stride + DueTally.enough - 1) / DueTally.enough) * book.stride
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
        let (paths, cells) = (book.paths, fit.cells(of: state))
        let start = frame.firstDay + Int32(frame.riskStart(paths.firstExit[Int(paths.statePipeline[state])]))
        let rows = book.sample.rows[book.sample.start[state]..<book.sample.start[state + 1]]
        paths.reading { spells in
            for row in rows {
                let spell = Int(row)
                let (enter, exit) = (spells.enter[spell], spells.exit[spell])
                let deal = Int(spells.deal[spell])
                guard deal % stride == 0, enter >= frame.firstDay, enter < until - 1 else { continue }
                let weight = DueTally.Exits(weights[2 * deal], weights[2 * deal + 1], weights[2 * deal], 0)
                read(deal, enter, min(exit, until - 1), exit, from: start, cells, weight, &part)
                if exit < until, exit > enter { leave(deal, on: exit, to: spells.next[spell], &part) }
            }
        }
        return part
    }

    private func read(
        _ deal: Int, _ enter: Int32, _ last: Int32, _ exit: Int32, from start: Int32, _ cells: [Cell],
        _ weight: DueTally.Exits, _ part: inout DueTally.Part
    ) {
        let history = book.history
        let created = history.created[deal]
        var dues = history.dueRows(of: deal)
        var due = Int32.max
        var day = enter + 1
        while day <= last {
            while let row = dues.first, history.dueDay[row] < day, history.dueKnown[row] < day {
                let (on, new) = (history.dueDay[row], history.dueValue[row])
                if on == day - 1, on > created, due != .max, new != due {
                    part.moves.move(
                        from: DueBucket.of(due: due, on: on), left: Int(new) - Int(day), isDated: new != .max)
                }
                due = new
                dues.removeFirst()
            }
            if day >= start {
                let cell = Int(AgeCells.ofAge[min(AgeCells.cap, Int(day - 1 - enter))])
                let rate = cells[cell].rate * calendar[cells[cell].tercile * frame.days + Int(day - frame.firstDay)]
                let bucket = DueBucket.of(due: due, on: day)
                let chance = rate * weight * (day == exit ? 0.5 : 1)
                part.moves.stand(bucket)
                part.stands.stand(cell, DueStands.slot(due: due, on: day))
                part.expected[cell * DueBucket.count + bucket] += chance
                part.gate.expect(chance, life: Int(day - created), bucket)
            }
            day += 1
        }
    }

    private func leave(_ deal: Int, on exit: Int32, to next: Int16, _ part: inout DueTally.Part) {
        let kind: Lexis.Exit = next == Paths.won ? .win : next == Paths.lost ? .loss : .move
        let due = book.history.due(of: deal, before: exit)
        part.gate.see(kind, life: Int(exit - book.history.created[deal]), DueBucket.of(due: due, on: exit))
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
            let slots = long[state][bin]
            return DueReading.Cell(
                rate: DueTally.Exits(slots[0], slots[1], slots[2...].reduce(0, +), 0),
                tercile: Int(tercile[state * Intensities.maxBins + bin]))
        }
    }
}

extension History {
    func dueRows(of deal: Int) -> Range<Int> { Int(dueStart[deal])..<Int(dueStart[deal + 1]) }
}
