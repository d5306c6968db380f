internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What an answer about one open deal would change in a scope's forecast: found by giving it to the model, as if it had
/// been entered now. So nothing is promised that the figures would not show.
struct AnswerEffects {
    struct Effect {
        /// By how much the mean moves, and by how much the band of 8 cases in 10 narrows; minor units.
        let moves: Int64
        let narrows: Int64
    }

    private let question: CompanyQuestion
    private let facts: Facts
    private let picture: CompanyPicture
    private let lesson: Lesson
    private let scope: Scope
    private let company: CompanyForecast
    /// Deals are counted where no amount is known.
    private let isCounting: Bool

    init(_ reporter: Reporter, _ request: ReportRequest) {
        let question = CompanyQuestion(
            asOf: request.asOf, period: request.period, pipelines: request.pipelines, chances: true)
        self.question = question
        scope = request.scope
        facts = reporter.facts
        picture = reporter.pictures(question.asOf, question.pipelines)
        lesson = reporter.lessons(question, picture)
        let counting = reporter.counting(request)
        isCounting = counting.isCounting
        company = counting.forecasts(question)
    }

    /// - Parameter deal: an open one, by index in the cut.
    func effect(of wish: Cut.Supposed, on deal: Int) -> Effect {
        let now = company.amount(of: scope)
        let then = supposing([deal: wish]).amount(of: scope)
        return Effect(moves: then.mean.minus(now.mean), narrows: now.band.minus(then.band))
    }

    /// By how much each deal's chance in the period changes when its date of closing lies beyond it; empty where the
    /// model does not look at dates.
    func changesOfDate(_ deals: [Int]) -> [Int: Double] {
        let wish = Cut.Supposed(close: question.period.end + 30)
        let then = supposing(Dictionary(uniqueKeysWithValues: deals.map { ($0, wish) }))
        let before = chances(company)
        let after = chances(then)
        return deals.reduce(into: [:]) { found, deal in
            let change = (after[deal] ?? 0) - (before[deal] ?? 0)
            if abs(change) > 1e-9 { found[deal] = change }
        }
    }

    private func chances(_ company: CompanyForecast) -> [Int: Double] {
        company.chances.reduce(into: [:]) { $0[Int($1.deal)] = $1.model }
    }

    private func supposing(_ wishes: [Int: Cut.Supposed]) -> CompanyForecast {
        let supposed = CompanyForecast(question, facts, picture.supposing(wishes, facts), by: lesson)
        return isCounting ? supposed.counted : supposed
    }
}

extension Figure {
    /// Width of the range of 8 cases in 10, minor units.
    fileprivate var band: Int64 {
        Int64(nearest: distribution.quantile(0.9)).minus(Int64(nearest: distribution.quantile(0.1)))
    }
}
