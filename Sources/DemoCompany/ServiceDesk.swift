import SalesDomain

/// Customers' cases: a pipeline of another kind, solved within days, without money.
struct ServiceDesk {
    let company: DemoCompany
    let customers: Customers
    let holidays: Holidays

    func lives() -> [Life] {
        var chance = Chance(seed: company.seed, stream: "births of cases")
        let span = company.until - company.firstDay
        let births = (0..<company.deals / 8).map { _ in
            Moment(day: company.firstDay + chance.whole(0...span - 1), minute: 540 + chance.whole(0...500))
        }
        return births.filter { holidays.isWorking($0.day) }.sorted().enumerated().map { place, born in
            var chance = Chance(seed: company.seed, stream: "case", index: place)
            return life(number: place + 1, born: born, chance: &chance)
        }
    }

    private func life(number: Int, born: Moment, chance: inout Chance) -> Life {
        let account = chance.pick(customers.accounts)
        var life = Life(
            id: Inflow.id("q", number), title: chance.pick(ServiceDesk.titles), pipeline: PipelineSheet.service,
            account: account.name, born: born, stage: PipelineSheet.serviceStages[0], owner: account.owner, amount: nil)
        var moment = born
        for stage in path(&chance) {
            moment = after(moment, chance: &chance)
            guard moment.day < company.until else { break }
            switch stage {
            case PipelineSheet.solved: life.close(as: .won, stage: stage, at: moment)
            case PipelineSheet.withdrawn: life.close(as: .lost, stage: stage, at: moment)
            default: life.set(.stage, to: stage, at: moment)
            }
        }
        return life
    }

    private func path(_ chance: inout Chance) -> [String] {
        let stages = PipelineSheet.serviceStages
        return [stages[1]] + (chance.happens(0.35) ? [stages[2], stages[1]] : [])
            + [chance.happens(0.94) ? PipelineSheet.solved : PipelineSheet.withdrawn]
    }

    /// Later the same day, or on one of the next working days.
    private func after(_ moment: Moment, chance: inout Chance) -> Moment {
        if chance.happens(0.3), moment.minute < 1000 { return moment.later(chance.whole(10...120)) }
        var day = moment.day + chance.whole(1...4)
        while !holidays.isWorking(day) { day = day + 1 }
        return Moment(day: day, minute: 540 + chance.whole(0...500))
    }

    private static let titles = [
        "Не друкує касовий принтер", "Повільний сервер", "Немає звуку під час дзвінків", "Камера не показує",
        "Забули пароль до сховища", "Не оновлюються ліцензії", "Переїзд робочого місця", "Зникає мережа",
    ]
}
