package import SalesReports

/// How right the forecasts of past periods would have been.
package struct AccuracyPage: Sendable {
    private let report: BacktestReport
    private let frame: Frame

    /// `report`: the scope of the frame's route, its rows at company level and all horizons at least; its summary at
    /// every level that the page should compare.
    package init(_ report: BacktestReport, frame: Frame) {
        self.report = report
        self.frame = frame
    }

    package func html() -> String { "" }
}
