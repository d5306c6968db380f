package import Exchange
package import SalesDomain

/// A row that was taken, and means something else than it seems to.
package struct ImportWarning: Sendable, Equatable {
    package enum Matter: Sendable, Equatable {
        /// A version of a commission plan begins in the middle of a period.
        case midPeriod(MidPeriodStart)
        /// A commission plan is another on days of bonuses that are settled.
        case settled(plan: String, [Settled])
        /// A plan by which settled bonuses were counted is another.
        case settledByQuota([Settled])
        /// Somebody has left, or come back, and the tokens that they had open nothing any more.
        case tokensWithdrawn(employee: String, name: String, number: Int, works: Bool)
        /// Nobody has said the company's base currency, and this one is taken.
        case currencyTaken(Currency, CurrencyGround)
        /// Nobody has said the company's time zone, and this one is taken.
        case zoneTaken(Zone)
        /// Deals are there already, whose days were read in another time zone.
        case zoneChanged(from: Zone, to: Zone)
        /// A rate of the base currency itself.
        case rateOfBase(Currency)
        /// What was made because a row names it differs by case or spaces only from something that was there.
        case alike(name: String, like: String)
        /// Names begin or end with a space: the first of them, and in how many rows.
        case spaces(first: String, rows: Int)
    }

    /// Why a currency is taken for the company's.
    package enum CurrencyGround: Sendable, Equatable {
        /// All amounts are in it.
        case only
        /// Of the others there are rates.
        case unquoted
        /// None is named, or these are.
        case usual(named: [Currency])
    }

    /// A statement that is agreed, approved or paid.
    package struct Settled: Sendable, Equatable {
        /// As the company's CRM calls the person.
        package let employee: String
        package let name: String
        /// As `Period.name` prints it.
        package let period: String
        package let state: CommissionStatement.State
    }

    package let file: String
    package let line: Int
    package let column: Column
    package let matter: Matter

    /// One sentence without the place, for a person.
    package func words(in language: Company.Language) -> String {
        switch (matter, language) {
        case (.midPeriod(let start), .en):
            "“\(start.plan)” begins in the middle of a period: a period is paid by one plan, so this version holds from the next one, \(start.holdsFrom)"
        case (.midPeriod(let start), .uk):
            "«\(start.plan)» починається посеред періоду: період платить одна схема, тож ця версія діє від наступного — \(start.holdsFrom)"
        case (.settled(let plan, let statements), .en):
            "“\(plan)” is another now in periods whose bonuses are agreed, approved or paid: \(ImportWarning.list(statements, "and %@ more")). They keep their figures; the page of bonuses shows what they would be by the plan of now"
        case (.settled(let plan, let statements), .uk):
            "«\(plan)» тепер інша в періодах, бонуси за які погоджено, затверджено чи виплачено: \(ImportWarning.list(statements, "і ще %@")). Їхні суми лишаються; сторінка бонусів показує, якими вони були б за нинішньою схемою"
        case (.settledByQuota(let statements), .en):
            "a plan by which bonuses were counted that are agreed, approved or paid is another now: \(ImportWarning.list(statements, "and %@ more")). They keep their figures; the page of bonuses shows what they would be by the plan of now"
        case (.settledByQuota(let statements), .uk):
            "план, за яким пораховано погоджені, затверджені чи виплачені бонуси, тепер інший: \(ImportWarning.list(statements, "і ще %@")). Їхні суми лишаються; сторінка бонусів показує, якими вони були б за нинішнім планом"
        case (.tokensWithdrawn(let id, let name, let number, let works), .en):
            "\(name) (\(id)) \(ImportWarning.english(works)) (\(number)). New ones are made on the page Account"
        case (.tokensWithdrawn(let id, let name, let number, let works), .uk):
            "\(name) (\(id)) \(ImportWarning.ukrainian(works)) (\(number)). Нові роблять на сторінці «Обліковий запис»"
        case (.currencyTaken(let currency, let ground), .en):
            "nobody has said the company's base currency: \(currency.code) is taken, \(ImportWarning.english(ground)). If it is another, say so in company.csv (base_currency)\(ImportWarning.englishRest(ground))"
        case (.currencyTaken(let currency, let ground), .uk):
            "базової валюти компанії ніхто не вказав: прийнято \(currency.code), \(ImportWarning.ukrainian(ground)). Якщо вона інша, вкажіть її в company.csv (base_currency)\(ImportWarning.ukrainianRest(ground))"
        case (.zoneTaken(let zone), .en):
            "nobody has said the company's time zone: its days are taken to be those of \(zone.identifier). If it is elsewhere, say so in company.csv (time_zone, such as Europe/Kyiv), and import everything into a new database: what is in this one stays at its instants"
        case (.zoneTaken(let zone), .uk):
            "часового поясу компанії ніхто не вказав: її дні лічаться за \(zone.identifier). Якщо пояс інший, вкажіть його в company.csv (time_zone, наприклад Europe/Kyiv) і внесіть усе до нової бази: у цій усе лишиться на своїх моментах"
        case (.zoneChanged(let old, let new), .en):
            "the company's time zone was \(old.identifier) and is \(new.identifier) now: deals that are in the database stay at the instants that they had, so what is near midnight may fall on another day, and into another month. Import everything into a new database if their days were meant to be those of \(new.identifier)"
        case (.zoneChanged(let old, let new), .uk):
            "часовим поясом компанії був \(old.identifier), тепер \(new.identifier): угоди, що вже в базі, лишаються на своїх моментах, тож те, що біля півночі, може потрапити на інший день і в інший місяць. Якщо їхні дні мали бути за \(new.identifier), внесіть усе до нової бази"
        case (.rateOfBase(let currency), .en):
            "\(currency.code) is the company's base currency, one of which is one: this rate has no use. If rates are in another currency, say in company.csv which one (base_currency)"
        case (.rateOfBase(let currency), .uk):
            "\(currency.code) — базова валюта компанії, її курс завжди 1: цей курс ні на що не впливає. Якщо курси в іншій валюті, вкажіть її в company.csv (base_currency)"
        case (.alike(let name, let like), .en):
            "“\(name)” was made anew: it differs from “\(like)” by case or spaces only. If one is meant, write it alike"
        case (.alike(let name, let like), .uk):
            "«\(name)» заведено окремо: від «\(like)» різниться лише великими літерами чи пробілами. Якщо це одне й те саме, пишіть однаково"
        case (.spaces(let first, let rows), .en):
            "“\(first)” begins or ends with a space (rows: \(rows)): it is taken so, and is another one than without the space"
        case (.spaces(let first, let rows), .uk):
            "«\(first)» починається чи закінчується пробілом (рядків: \(rows)): прийнято як є, тож без пробілу це щось інше"
        }
    }

    private static func english(_ ground: CurrencyGround) -> String {
        switch ground {
        case .only: "the only one that amounts name"
        case .unquoted: "the only one of the amounts for which there are no rates"
        case .usual(let named) where named.isEmpty: "as the amounts name none"
        case .usual(let named): "as the amounts are in \(named.map(\.code).joined(separator: ", "))"
        }
    }

    private static func ukrainian(_ ground: CurrencyGround) -> String {
        switch ground {
        case .only: "бо інших біля сум немає"
        case .unquoted: "бо з валют, у яких є суми, лише для неї немає курсів"
        case .usual(let named) where named.isEmpty: "бо біля сум валюти немає"
        case .usual(let named): "бо суми — у \(named.map(\.code).joined(separator: ", "))"
        }
    }

    /// Amounts without a currency have been read in the one that was taken.
    private static func englishRest(_ ground: CurrencyGround) -> String {
        ground == .only ? "" : ", and import everything into a new database: amounts without a currency are in it"
    }

    private static func ukrainianRest(_ ground: CurrencyGround) -> String {
        ground == .only ? "" : " і імпортуйте все в нову базу: суми без валюти вже прочитано в ній"
    }

    private static func english(_ works: Bool) -> String {
        works
            ? "works again: tokens of programs that were made before are withdrawn for good"
            : "no longer works: tokens of programs are withdrawn for good, also if this is undone"
    }

    private static func ukrainian(_ works: Bool) -> String {
        works
            ? "знову працює: токени програм, зроблені раніше, відкликано назавжди"
            : "більше не працює: токени програм відкликано назавжди, навіть якщо це скасують"
    }

    /// People in the order in which they come, each with their periods; of many the first ones. `%@` is how many more.
    private static func list(_ statements: [Settled], _ more: String) -> String {
        var people: [(id: String, name: String, periods: [String])] = []
        for one in statements {
            if let place = people.firstIndex(where: { $0.id == one.employee }) {
                people[place].periods.append(one.period)
            } else {
                people.append((one.employee, one.name, [one.period]))
            }
        }
        let shown = people.prefix(mostPeople).map {
            "\($0.name) (\($0.id)) \($0.periods.sorted().joined(separator: ", "))"
        }
        let left = people.count - shown.count
        return (shown + (left > 0 ? [more.replacing("%@", with: "\(left)")] : [])).joined(separator: "; ")
    }

    private static let mostPeople = 12
}
