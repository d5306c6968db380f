internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Scopes whose plan has become unlikelier since a week ago by more than the forecast of then allowed for.
struct PlanDrops {
    private(set) var alerts: [AlertsReport.Alert] = []
    private(set) var compared = 0

    static let days = 7
    /// A fall of the probability by less changes nothing that anybody would do.
    static let least = 0.1
    /// Of a company in which nothing is wrong, at most this share shows anything on a day.
    static let level = 0.05

    /// - Parameters:
    ///   - now: of the whole company, `before` the same question a week ago.
    ///   - since: the instant of `before`.
    init(_ now: ForecastMaker, before: CompanyForecast, since: Instant, _ calendar: CompanyCalendar) {
        let period = now.request.period
        let (then, today) = (before.today, now.company.today)
        guard period.end > today else { return }
        let left = calendar.workingDays(from: max(then, period.start), to: period.end)
        let passed = calendar.workingDays(from: max(then, period.start), to: max(today, period.start))
        let elapsed = left > 0 ? Double(passed) / Double(left) : 0
        let found = PlanDrops.scopes(now).compactMap { scope, quota -> (Scope, PlanDrops.Fall)? in
            let (was, is_) = (before.amount(of: scope), now.company.amount(of: scope))
            return was.isNothing ? nil : (scope, Fall(quota, was, is_, elapsed: elapsed))
        }
        compared = found.count
        for (scope, fall) in found where fall.chance * Double(found.count) <= PlanDrops.level {
            if fall.before - fall.now >= PlanDrops.least {
                alerts.append(fall.alert(scope, since: since, confidence: 1 - fall.chance * Double(found.count)))
            }
        }
        alerts.sort { $0.money > $1.money }
    }

    /// The scope itself and everybody below it who has a plan, each once.
    private static func scopes(_ maker: ForecastMaker) -> [(Scope, Int64)] {
        let own = maker.node(maker.request.scope, parent: nil)
        var seen = Set<Scope>()
        return ([own] + maker.departments() + maker.employees()).compactMap { node in
            guard case .scope(let scope) = node.subject, let quota = node.plan.quota, quota > 0,
                seen.insert(scope).inserted
            else { return nil }
            return (scope, quota)
        }
    }

    private struct Fall {
        let quota: Int64
        let before: Double
        let now: Double
        let meanBefore: Int64
        let meanNow: Int64
        let chance: Double

        init(_ quota: Int64, _ was: Figure, _ is_: Figure, elapsed: Double) {
            self.quota = quota
            before = was.distribution.probability(atLeast: Double(quota))
            now = is_.distribution.probability(atLeast: Double(quota))
            meanBefore = was.mean
            meanNow = is_.mean
            chance = Drift.chance(before: was.distribution, now: is_.distribution, elapsed: elapsed)
        }

        func alert(_ scope: Scope, since: Instant, confidence: Double) -> AlertsReport.Alert {
            AlertsReport.Alert(
                mark: AlertMark(kind: .planDropped, scope: scope), stage: nil, owner: nil,
                money: max(0, meanBefore - meanNow),
                reason: .plan(
                    .init(
                        quota: quota, since: since, before: before, now: now, meanBefore: meanBefore,
                        meanNow: meanNow, confidence: confidence)))
        }
    }
}
