internal import Forecasting
package import SalesDomain
internal import SalesFacts

// In pipelines in which no amount is known, as of a service desk, deals are counted: each is worth one, in
// ten-thousandths, so that figures add up as exactly as money does, and the reports are made as they always are.

extension Reporter {
    /// As of the request's instant: itself, or one that counts deals where it would count money and none is known.
    func counting(_ request: ReportRequest) -> Reporter {
        let looking = looking(asOf: request.asOf)
        let facts = looking.facts
        guard !isCounting, request.basis == .won,
            !pictures(request.asOf, request.pipelines).cut.knowsAmounts(facts.frame)
        else { return looking }
        let forecasts = forecasts
        let pictures = pictures
        var reporter = Reporter(
            facts, now: now, forecasts: { forecasts($0.withChances).counted }, pictures: { pictures($0, $1).counted },
            lessons: lessons, habits: habits, since: since)
        reporter.isCounting = true
        return reporter
    }
}

extension Reporter {
    /// What figures of this request are in: the base currency, or deals where no amount is known.
    package func measure(of request: ReportRequest) -> Currency {
        counting(request).isCounting ? .deals : facts.frame.company.baseCurrency
    }
}

extension CompanyPicture {
    /// Each deal is worth one.
    fileprivate var counted: CompanyPicture {
        replacing(cut: cut.worthEach(Int64(Figure.countUnit)))
    }
}

extension CompanyForecast {
    /// What is said of deals' number, in the place of what is said of their money.
    var counted: CompanyForecast {
        var counted = self
        counted.isCounted = true
        counted.amounts = counts.map { figure in
            var figure = figure
            figure.distribution = figure.distribution.times(Figure.countUnit)
            figure.variance *= Figure.countUnit * Figure.countUnit
            return figure
        }
        counted.chances = chances.map { $0.worth(Figure.countUnit) }
        counted.deals = deals.map { estimate in
            var estimate = estimate
            (estimate.value, estimate.spread) = (Figure.countUnit, 0)
            return estimate
        }
        return counted
    }
}

extension Distribution {
    /// In units of which one was so many.
    fileprivate func times(_ factor: Double) -> Distribution {
        let moved = stretched(by: factor)
        return Distribution(base: base * factor, shape: moved.shape)
    }
}
