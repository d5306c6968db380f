/// What changes of single states mean for exits of one class.
extension StageBreaks {
    private func own(_ kind: Int, _ state: Int) -> [Break] {
        let drive = Lexis.Exit.allCases[kind].drive
        return found.filter { $0.state == state && $0.drive == drive }
    }

    /// Today's pace of a state against that of its long run before.
    func now(_ kind: Int, _ state: Int) -> Double { own(kind, state).reduce(1) { $0 * $1.ratio } }

    /// The same by block of days; nil where nothing changed.
    func level(_ kind: Int, _ state: Int, steps: Int) -> [Double]? {
        let own = own(kind, state)
        guard !own.isEmpty else { return nil }
        return (0..<steps).map { step in own.reduce(1) { $0 * ($1.step <= step ? $1.ratio : 1) } }
    }

    /// Expected exits of all states with those of the changed ones at their own level.
    /// - Parameter due: adds one state's expected exits by block.
    func apply(to expected: inout [Double], _ kind: Int, due: (Int, inout [Double]) -> Void) {
        for state in Set(found.map(\.state)).sorted() {
            guard let level = level(kind, state, steps: expected.count) else { continue }
            var own = [Double](repeating: 0, count: expected.count)
            due(state, &own)
            for step in expected.indices { expected[step] += own[step] * (level[step] - 1) }
        }
    }
}

extension Intensities {
    /// Pace by block of days of one class of exit from one state; nil where it is one throughout.
    static func level(_ kind: Int, _ state: Int, _ pace: Pace?, _ alone: StageBreaks?, steps: Int) -> [Double]? {
        guard let own = alone?.level(kind, state, steps: steps) else { return pace?.level[kind] }
        guard let pace else { return own }
        return zip(pace.level[kind], own).map { $0 * $1 }
    }

    /// Exits by drive and state.
    static func stateFlows(
        _ lexis: Lexis, _ until: DayTable.Until, _ binOfCell: [[Int]], _ rates: [Double], _ weight: [Double],
        _ tercile: [UInt8]
    ) -> [[StageBreaks.Flow]] {
        let none = [Double](repeating: 0, count: until.steps)
        return Lexis.Drive.allCases.map { drive in
            (0..<lexis.states).map { state in
                var flow = StageBreaks.Flow(observed: none, expected: none)
                for kind in Lexis.Exit.allCases where kind.drive == drive {
                    for cell in 0..<AgeCells.count {
                        lexis.exits.table.each(lexis.row(kind.rawValue, state, cell), until) { block, _, plain, _ in
                            flow.observed[block] += plain
                        }
                    }
                    due(lexis, until, kind.rawValue, state, binOfCell, rates, weight, tercile, to: &flow.expected)
                }
                return flow
            }
        }
    }

    /// Adds expected exits of one class from one state by block of days, of a pace that never changes.
    static func due(
        _ lexis: Lexis, _ until: DayTable.Until, _ kind: Int, _ state: Int, _ binOfCell: [[Int]], _ rates: [Double],
        _ weight: [Double], _ tercile: [UInt8], to expected: inout [Double]
    ) {
        if expected.isEmpty { return }
        let drive = Lexis.Exit.allCases[kind].drive.rawValue
        expected.withUnsafeMutableBufferPointer { expected in
            weight.withUnsafeBufferPointer { weight in
                for cell in 0..<AgeCells.count {
                    let bin = binOfCell[state][cell]
                    let third = (kind * 3 + Int(tercile[state * maxBins + bin])) * lexis.exposure.blocks.classCount
                    lexis.exposure.addBlocks(
                        lexis.row(drive, state, cell), until,
                        times: rates[(kind * lexis.states + state) * maxBins + bin], weight.baseAddress! + third,
                        to: expected.baseAddress!)
                }
            }
        }
    }
}
