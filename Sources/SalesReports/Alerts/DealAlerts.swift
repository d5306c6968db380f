internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Open deals of a scope that stand too long, about which nothing is planned, or that nobody has touched for long.
struct DealAlerts {
    let alerts: [AlertsReport.Alert]
    let untold: Set<AlertKind>

    /// Deals about which somebody is to do something, and whether that tells anything.
    struct Steps {
        /// Where less than this share of open deals has a plan, planning is not a habit: nothing can be said without it.
        private static let habit = 0.1
        private let deals: Set<Deal.ID>
        let areKnown: Bool

        /// - Parameter asked: deals with a corrective action, which are no sign of the habit.
        init(_ planned: Set<Deal.ID>, _ company: CompanyForecast, _ picture: CompanyPicture, _ asked: Set<Deal.ID>) {
            let open = company.chances.count { planned.contains(Deal.ID(picture.cut.id[Int($0.deal)])) }
            areKnown = open > 0 && Double(open) >= Steps.habit * Double(company.chances.count)
            deals = planned.union(asked)
        }

        func isMissing(_ deal: Deal.ID) -> Bool { areKnown && !deals.contains(deal) }
    }

    init(
        _ company: CompanyForecast, _ picture: CompanyPicture, _ facts: Facts, _ habits: Habits, scope: Scope,
        steps: Steps, asOf: Instant
    ) {
        let cut = picture.cut
        let shares = ScopeShares(picture.people, scope)
        let last = habits.touchesKnown ? facts.activities.lastTouches(asOf: asOf) : NumberMap(missing: .min)
        var found = [AlertsReport.Alert]()
        for chance in company.chances where shares.owns(Int(chance.deal)) {
            let open = Open(Int(chance.deal), cut, chance, shares, lastTouch: last[cut.id[Int(chance.deal)]])
            found += open.alerts(habits, facts, lacksStep: steps.isMissing(open.id))
        }
        alerts = found
        untold = (steps.areKnown ? Set() : [.noNextStep]).union(habits.touchesKnown ? [] : [.silent])
    }

    private struct Open {
        let id: Deal.ID
        private let deal: Int
        private let stage: Stage.ID?
        private let owner: Int32
        private let account: Account.ID?
        private let money: Int64
        /// Days since it came to its stage, since anything was done or said, and whether it began today.
        private let stays: Int
        private let silent: Int
        private let isNew: Bool

        init(_ deal: Int, _ cut: Cut, _ chance: OpenChance, _ shares: ScopeShares, lastTouch: Int32) {
            self.deal = deal
            id = Deal.ID(cut.id[deal])
            let state = cut.state[deal]
            stage = state >= 0 ? cut.stages.open[Int(state)].id : nil
            owner = cut.owner[deal]
            account = cut.account[deal] < 0 ? nil : Account.ID(Int64(cut.account[deal]))
            money = Int64(nearest: shares.fraction(of: deal) * chance.model * chance.modelValue)
            let today = cut.today.number
            stays = Int(today - cut.since[deal])
            let said = cut.changes(of: deal).filter { $0 <= today }.max() ?? .min
            silent = max(0, Int(today - max(min(lastTouch, today), said, cut.since[deal], cut.created[deal])))
            isNew = cut.created[deal] >= today
        }

        func alerts(_ habits: Habits, _ facts: Facts, lacksStep: Bool) -> [AlertsReport.Alert] {
            let usual = stage.flatMap { habits.usual[$0] }
            var reasons = [(AlertKind, AlertsReport.Reason)]()
            if let longest = usual?.stay, stays > longest {
                reasons.append((.stuck, .stuck(days: stays, usual: longest)))
            }
            if lacksStep, !isNew { reasons.append((.noNextStep, .noNextStep(days: silent))) }
            if habits.touchesKnown, let longest = usual?.silence, silent > max(1, longest) {
                reasons.append((.silent, .silent(days: silent, usual: longest)))
            }
            let person = owner < 0 ? nil : facts.organisation.employees[Int(owner)].id
            return reasons.map { kind, reason in
                var alert = AlertsReport.Alert(
                    mark: AlertMark(kind: kind, deal: id), stage: stage, owner: person, money: money, reason: reason)
                alert.account = account
                return alert
            }
        }
    }
}
