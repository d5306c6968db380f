internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension ForecastReport {
    /// Won so far + likely by stage + new business + correction = forecast, exactly, in minor units. Stages and new business
    /// are as the model of deals alone has them; the correction is what past periods, the time series and the level above
    /// change about it.
    package struct Bridge: Sendable, Equatable {
        package let wonToDate: Int64
        /// Open stages in their order; last what is open at no stage that we know, when there is such.
        package let stages: [Stage]
        package let newBusiness: Int64
        package let correction: Int64
        package var mean: Int64 { wonToDate + stages.reduce(0) { $0 + $1.likely } + newBusiness + correction }

        package struct Stage: Sendable, Equatable {
            /// Nil: at no stage that we know.
            package let stage: SalesDomain.Stage.ID?
            package let count: Int
            package let likely: Int64
            package init(stage: SalesDomain.Stage.ID?, count: Int, likely: Int64) {
                self.stage = stage
                self.count = count
                self.likely = likely
            }
        }

        package init(wonToDate: Int64, stages: [Stage], newBusiness: Int64, correction: Int64) {
            self.wonToDate = wonToDate
            self.stages = stages
            self.newBusiness = newBusiness
            self.correction = correction
        }
    }
}

extension ForecastReport.Bridge {
    /// `company` was asked with `chances`.
    init(_ company: CompanyForecast, _ picture: CompanyPicture, _ scope: Scope) {
        let figure = company.amount(of: scope)
        let open = picture.cut.stages.open
        let isOver = company.today >= company.question.period.end
        let rows = OpenFunnel.rows(isOver ? [] : company.chances, picture, scope)
        let stages = rows.enumerated().compactMap { place, row -> Stage? in
            let known = place < open.count ? open[place].id : nil
            guard row.count > 0 || row.model > 0 else { return nil }
            return Stage(stage: known, count: row.count, likely: Int64(nearest: row.model))
        }
        let new = Int64(nearest: figure.newByDeals)
        let rest = figure.fromOpen + figure.fromNew - stages.reduce(0) { $0 + $1.likely } - new
        self.init(wonToDate: figure.won, stages: stages, newBusiness: new, correction: rest)
    }
}
