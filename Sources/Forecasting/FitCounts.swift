/// What a fit of the intensities has counted, for those who compare it with another program's.
package struct FitCounts: Sendable {
    /// By state: wins, losses, moves, days at risk (the day of an exit counts half), without group multipliers.
    package let byState: [[Double]]
}

extension Forecaster {
    /// From the history's columns to intensities with all multipliers and both memories: nothing but the fit.
    package func fit(_ history: History, nodes: Nodes) {
        let book = Book(history, nodes)
        let process = Process(book, until: history.today)
        _ = Intensities(process.lexis, book.paths, history.calendar, today: history.today, .standard)
    }

    package func counts(_ history: History, nodes: Nodes) -> FitCounts {
        let book = Book(history, nodes)
        let lexis = Lexis(book.paths, book.order, history.calendar, today: history.today)
        let until = DayTable.Until(lexis.exposure, used: lexis.days)
        return FitCounts(
            byState: (0..<book.paths.stateCount).map { state in
                func sum(_ table: DayTable, _ kind: Int) -> Double {
                    (0..<AgeCells.count).reduce(0) { $0 + table.total(lexis.row(kind, state, $1), until).plain }
                }
                return (0..<3).map { sum(lexis.exits.table, $0) } + [sum(lexis.exposure, 0)]
            })
    }
}
