/// What a fit of the intensities has counted, for those who compare it with another program's.
package struct FitCounts: Sendable {
    /// By state: wins, losses, moves, days at risk (the day of an exit counts half), without group multipliers.
    package let byState: [[Double]]
}

extension Forecaster {
    /// From the history's columns to intensities with all multipliers: nothing but the fit.
    package func fit(_ history: History, nodes: Nodes) {
        let book = Book(history, nodes)
        let process = Process(book, until: history.today)
        _ = Intensities(process.lexis, book.paths, history.calendar, today: history.today, .standard)
    }

    package func counts(_ history: History, nodes: Nodes) -> FitCounts {
        let book = Book(history, nodes)
        let lexis = Lexis(book.risks, book.exits)
        let until = DayTable.Until(lexis.exposure, used: lexis.days)
        return FitCounts(
            byState: (0..<book.paths.stateCount).map { state in
                func sum(_ kind: Int, _ total: (Int) -> Double) -> Double {
                    (0..<AgeCells.count).reduce(0) { $0 + total(lexis.row(kind, state, $1)) }
                }
                return (0..<3).map { sum($0) { lexis.exits.table.total($0, until).plain } }
                    + [sum(0) { lexis.exposure.total($0, until).plain }]
            })
    }
}
