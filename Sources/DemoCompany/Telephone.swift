import SalesDomain

/// activities.csv: calls in both directions, meetings, and tasks that are due.
struct Telephone {
    private struct Call {
        let moment: Moment
        let direction: Activity.Direction
        let seller: String
        let deal: String
        let account: String
        let result: String
        let seconds: Int
    }

    private let company: DemoCompany
    private let customers: Customers

    init(company: DemoCompany, customers: Customers) {
        self.company = company
        self.customers = customers
    }

    func sheet(of lives: [Life]) -> Sheet {
        var sheet = Sheet(
            "activities.csv", "activity_id", "kind", "direction", "employee_id", "deal_id", "account", "started_at",
            "duration_s", "result", "due_at")
        let calls = (lives.flatMap(calls(about:)) + strangers()).enumerated()
            .sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }.map(\.element)
        for (place, call) in calls.enumerated() {
            sheet.add(
                Inflow.id("a", place + 1), "call", call.direction.rawValue, call.seller, call.deal, call.account,
                call.moment.text, "\(call.seconds)", call.result, "")
        }
        for life in lives { add(meetingsAndTasksOf: life, to: &sheet) }
        return sheet
    }

    private func calls(about life: Life) -> [Call] {
        var chance = Chance(seed: company.seed, stream: life.id)
        return life.touches.flatMap { touch in
            let moment = Moment(day: touch.day, minute: 540 + chance.whole(0...520))
            let passive = DemoCompany.truth.passivity
            let share = touch.seller == passive.seller ? passive.outbound : DemoCompany.truth.outbound
            return chance.happens(share)
                ? [made(at: moment, by: touch.seller, about: life, chance: &chance)]
                : received(at: moment, by: touch.seller, about: life, chance: &chance)
        }
    }

    private func made(at moment: Moment, by seller: String, about life: Life, chance: inout Chance) -> Call {
        let result = ["answered", "no answer", "busy", "voicemail"][chance.place(by: [0.68, 0.22, 0.07, 0.03])]
        return call(moment, .outbound, seller, life, result, &chance)
    }

    /// Of the missed ones most are called back the same day.
    private func received(at moment: Moment, by seller: String, about life: Life, chance: inout Chance) -> [Call] {
        guard chance.happens(0.13) else { return [call(moment, .inbound, seller, life, "answered", &chance)] }
        let missed = call(moment, .inbound, seller, life, "missed", &chance)
        guard chance.happens(0.7) else { return [missed] }
        return [missed, call(moment.later(chance.whole(10...150)), .outbound, seller, life, "answered", &chance)]
    }

    private func call(
        _ moment: Moment, _ direction: Activity.Direction, _ seller: String, _ life: Life, _ result: String,
        _ chance: inout Chance
    ) -> Call {
        Call(
            moment: moment, direction: direction, seller: seller, deal: life.id, account: life.account, result: result,
            seconds: result == "answered" ? Telephone.seconds(&chance) : 0)
    }

    /// Calls to the common number that nobody has been given: one or two on a weekday.
    private func strangers() -> [Call] {
        var chance = Chance(seed: company.seed, stream: "strangers")
        return (0..<min(company.deals / 8, 2 * (company.until - company.firstDay))).map { _ in
            let day = company.firstDay + chance.whole(0...company.until - company.firstDay - 1)
            let answered = chance.happens(0.55)
            return Call(
                moment: Moment(day: day, minute: 540 + chance.whole(0...520)), direction: .inbound, seller: "",
                deal: "", account: "", result: answered ? "answered" : "missed",
                seconds: answered ? Telephone.seconds(&chance) : 0)
        }
    }

    /// Some minutes; one call of three hundred was never hung up.
    private static func seconds(_ chance: inout Chance) -> Int {
        if chance.happens(0.003) { return chance.whole(3700...9000) }
        return min(3500, max(8, Int(chance.spread(median: 170, sigma: 0.85))))
    }

    private func add(meetingsAndTasksOf life: Life, to sheet: inout Sheet) {
        var chance = Chance(seed: company.seed, stream: life.id, index: 1)
        for entry in life.entries where entry.new == DemoCompany.truth.stages[2].name && chance.happens(0.5) {
            sheet.add(
                "m" + life.id + "-\(entry.moment.day.number)", "meeting", "outbound", entry.by, life.id, life.account,
                entry.moment.text, "\(60 * chance.whole(30...90))", "held", "")
        }
        guard life.status == .open, chance.happens(0.5) else { return }
        let written = max(life.born, Moment(day: company.until + -chance.whole(1...6), minute: 600))
        let due = Moment(day: company.until + chance.whole(-2...9), minute: 600 + 15 * chance.whole(0...28))
        sheet.add(
            "t" + life.id, "task", "outbound", life.owner, life.id, life.account, written.text, "", "",
            max(due, written).text)
    }
}
