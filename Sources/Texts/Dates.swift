package import SalesDomain

extension Texts {
    package enum Form: Sendable { case nominative, genitive, locative }

    /// `18 листопада 2026`, `18 November 2026`; `year: false` leaves the year out.
    package func day(_ day: Day, year: Bool = true) -> String {
        let (number, month, dayOfMonth) = day.civil
        let text = "\(dayOfMonth)\(Signs.noBreak)\(months(.genitive)[month - 1])"
        return year ? "\(text) \(number)" : text
    }

    /// `18 лист.`, `18 Nov`.
    package func shortDay(_ day: Day) -> String {
        let (_, month, dayOfMonth) = day.civil
        return "\(dayOfMonth)\(Signs.noBreak)\(shortMonths[month - 1])"
    }

    /// `18.11.2026`, `18 Nov 2026`: for tables.
    package func numericDay(_ day: Day) -> String {
        let (year, month, dayOfMonth) = day.civil
        switch language {
        case .uk: return "\(two(dayOfMonth)).\(two(month)).\(year)"
        case .en: return "\(dayOfMonth)\(Signs.noBreak)\(shortMonths[month - 1])\(Signs.noBreak)\(year)"
        }
    }

    /// `18 листопада 2026, 17:40`, on the company's clock.
    package func moment(_ instant: Instant, in zone: Zone) -> String {
        "\(day(zone.day(of: instant))), \(time(instant, in: zone))"
    }

    /// `17:40`.
    package func time(_ instant: Instant, in zone: Zone) -> String {
        let local = instant.seconds + Int64(zone.offset(at: instant))
        let second = Int((local % 86_400 + 86_400) % 86_400)
        return "\(two(second / 3600)):\(two(second / 60 % 60))"
    }

    package func shortMonth(_ day: Day) -> String { shortMonths[day.month - 1] }

    /// `Листопад 2026`, `IV квартал 2026`, `2026 рік`, `1–15 листопада 2026`. In a sentence: small letters, and the
    /// locative brings its preposition («у листопаді»).
    package func period(_ period: Period, in calendar: CompanyCalendar, _ form: Form = .nominative, year: Bool = true)
        -> String
    {
        switch period.kind {
        case .month: return with(period.start.year, year, months(form)[period.start.month - 1], form)
        case .quarter:
            let index = calendar.fiscalMonth(of: period.start) / 3
            return with(calendar.fiscalYear(of: period.start), year, quarter(index, form), form)
        case .year: return self.year(calendar.fiscalYear(of: period.start), form)
        case .custom:
            let range = days(from: period.start, through: period.end + -1)
            switch (language, form) {
            case (.uk, .locative): return "у період \(range)"
            case (.en, .locative): return "in \(range)"
            case (.uk, .genitive): return (period.isWeek ? "тижня " : "періоду ") + range
            case (.en, .genitive): return (period.isWeek ? "the week " : "the period ") + range
            default: return range
            }
        }
    }

    /// `лист.`, `IV ’26`: under a column of a picture.
    package func shortPeriod(_ period: Period, in calendar: CompanyCalendar) -> String {
        let year = "’" + two(calendar.fiscalYear(of: period.start) % 100)
        switch period.kind {
        case .month: return shortMonth(period.start)
        case .quarter:
            let index = calendar.fiscalMonth(of: period.start) / 3
            return (language == .uk ? MonthNames.roman[index] : "Q\(index + 1)") + Signs.noBreak + year
        case .year: return String(calendar.fiscalYear(of: period.start))
        case .custom: return shortDay(period.start)
        }
    }

    /// With a capital letter: for a label or the start of a sentence.
    package func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// `1–15 листопада 2026`, `1 жовтня – 15 листопада 2026`.
    package func days(from first: Day, through last: Day) -> String {
        if first == last { return day(first) }
        if first.startOfMonth() == last.startOfMonth() { return "\(first.civil.day)–\(day(last))" }
        return "\(day(first, year: first.year != last.year)) – \(day(last))"
    }

    private func with(_ number: Int, _ shown: Bool, _ name: String, _ form: Form) -> String {
        let named = language == .en && form == .locative ? "in \(name)" : name
        return shown ? "\(named) \(number)" : named
    }

    private func quarter(_ index: Int, _ form: Form) -> String {
        let roman = MonthNames.roman[index]
        switch (language, form) {
        case (.en, _): return "Q\(index + 1)"
        case (.uk, .nominative): return "\(roman)\(Signs.noBreak)квартал"
        case (.uk, .genitive): return "\(roman)\(Signs.noBreak)кварталу"
        case (.uk, .locative): return "у \(roman)\(Signs.noBreak)кварталі"
        }
    }

    private func year(_ year: Int, _ form: Form) -> String {
        switch (language, form) {
        case (.en, .locative): "in \(year)"
        case (.en, _): "\(year)"
        case (.uk, .nominative): "\(year) рік"
        case (.uk, .genitive): "\(year) року"
        case (.uk, .locative): "у \(year) році"
        }
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private func months(_ form: Form) -> [String] {
        switch (language, form) {
        case (.en, _): MonthNames.english
        case (.uk, .nominative): MonthNames.nominative
        case (.uk, .genitive): MonthNames.genitive
        case (.uk, .locative): MonthNames.locative
        }
    }

    private var shortMonths: [String] { language == .uk ? MonthNames.short : MonthNames.englishShort }
}

extension Period {
    /// From a Monday through a Sunday.
    fileprivate var isWeek: Bool { start.weekday == 0 && end - start == 7 }
}

private enum MonthNames {
    static let roman = ["I", "II", "III", "IV"]
    static let nominative = words(
        "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень")
    static let genitive = words(
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
    static let locative = words(
        "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"
    ).map { "у " + $0 }
    static let short = words("січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.")
    static let english = words(
        "January February March April May June July August September October November December")
    static let englishShort = words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
