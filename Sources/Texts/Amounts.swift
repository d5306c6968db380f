package import SalesDomain

/// In which units an amount is written.
package enum AmountScale: Int, Sendable, CaseIterable, Comparable {
    case unit = 0
    case thousand, million, billion, trillion

    package var units: Double { (0..<rawValue).reduce(1) { power, _ in power * 1000 } }
    package static func < (left: AmountScale, right: AmountScale) -> Bool { left.rawValue < right.rawValue }

    /// Of a figure in a sentence: three digits say enough.
    package init(ofSentence units: Double) {
        let magnitude = abs(units)
        self = magnitude < 99_950 ? .unit : .allCases.last { $0.units <= magnitude * 1.0005 } ?? .unit
    }

    /// Of a column of whole numbers whose largest is this.
    package init(ofColumn units: Double) {
        switch abs(units) {
        case ..<1e6: self = .unit
        case ..<1e10: self = .thousand
        case ..<1e13: self = .million
        default: self = .billion
        }
    }
}

extension Texts {
    /// `18,6 млн ₴`, `712 тис. ₴`, `21 400 ₴` (English: `₴18.6M`, `₴712K`, `₴21,400`): three digits.
    package func amount(_ minorUnits: Int64, _ currency: Currency) -> String {
        let units = AmountScale.units(minorUnits, currency)
        let scale = AmountScale(ofSentence: units)
        return written(number(units, scale, like: units), scale, currency)
    }

    /// Both ends in the same units: `16,9`, `20,4 млн ₴` (English: `₴16.9M`, `₴20.4M`).
    package func amounts(from low: Int64, to high: Int64, _ currency: Currency) -> (low: String, high: String) {
        let (low, high) = (AmountScale.units(low, currency), AmountScale.units(high, currency))
        let scale = AmountScale(ofSentence: high)
        let first = number(low, scale, like: high)
        return (
            language == .uk ? first : written(first, scale, currency),
            written(number(high, scale, like: high), scale, currency)
        )
    }

    /// All digits and the currency: `18 600 000 ₴`; minor units only when there are any.
    package func exact(_ money: Money) -> String {
        let scale = Int(money.currency.scale)
        let places = money.minorUnits % Int64(scale) == 0 ? 0 : money.currency.decimals
        return written(decimal(Double(money.minorUnits) / Double(scale), places: places), .unit, money.currency)
    }

    /// To the nearest whole unit, as a column has it, with the currency: `34 209 ₴`.
    package func whole(_ minorUnits: Int64, _ currency: Currency) -> String {
        written(column(minorUnits, currency, .unit), .unit, currency)
    }

    /// The number alone, whole, for a column whose heading says `unit(scale, currency)`.
    package func column(_ minorUnits: Int64, _ currency: Currency, _ scale: AmountScale) -> String {
        decimal(AmountScale.units(minorUnits, currency) / scale.units, places: 0)
    }

    /// `тис. ₴`, `₴ thousand`.
    package func unit(_ scale: AmountScale, _ currency: Currency) -> String {
        let word = scaleWord(scale)
        if word.isEmpty || currency == .deals { return symbol(currency) }
        return language == .uk
            ? word + Signs.noBreak + symbol(currency) : symbol(currency) + Signs.noBreak + longScaleWord(scale)
    }

    package func symbol(_ currency: Currency) -> String {
        currency == .deals ? self("company.counts.unit") : currencySymbols[currency.code] ?? currency.code
    }

    private func number(_ units: Double, _ scale: AmountScale, like guide: Double) -> String {
        let size = abs(guide) / scale.units
        let whole = scale == .unit || size >= 99.95 || (units / scale.units).truncatingRemainder(dividingBy: 1) == 0
        let wholeGuide = (guide / scale.units).truncatingRemainder(dividingBy: 1) == 0
        return decimal(
            units / scale.units,
            places: whole && (wholeGuide || size >= 99.95 || scale == .unit) ? 0 : size >= 9.995 ? 1 : 2)
    }

    private func written(_ number: String, _ scale: AmountScale, _ currency: Currency) -> String {
        let symbol = symbol(currency)
        if currency == .deals { return [number + scaleWord(scale), symbol].joined(separator: Signs.noBreak) }
        switch language {
        case .uk:
            return [number, scaleWord(scale), symbol].filter { !$0.isEmpty }.joined(separator: Signs.noBreak)
        case .en:
            let joined = symbol.count > 1 ? symbol + Signs.noBreak : symbol
            let short = number + scaleWord(scale)
            return short.hasPrefix(Signs.minus)
                ? Signs.minus + Signs.joiner + joined + short.dropFirst() : joined + short
        }
    }

    private func scaleWord(_ scale: AmountScale) -> String {
        switch (language, scale) {
        case (_, .unit): ""
        case (.uk, .thousand): "тис."
        case (.uk, .million): "млн"
        case (.uk, .billion): "млрд"
        case (.uk, .trillion): "трлн"
        case (.en, .thousand): "K"
        case (.en, .million): "M"
        case (.en, .billion): "B"
        case (.en, .trillion): "T"
        }
    }

    private func longScaleWord(_ scale: AmountScale) -> String {
        switch scale {
        case .unit: ""
        case .thousand: "thousand"
        case .million: "million"
        case .billion: "billion"
        case .trillion: "trillion"
        }
    }
}

extension AmountScale {
    package static func units(_ minorUnits: Int64, _ currency: Currency) -> Double {
        Double(minorUnits) / Double(currency.scale)
    }
}

private let currencySymbols = [
    "UAH": "₴", "USD": "$", "EUR": "€", "GBP": "£", "PLN": "zł", "CZK": "Kč", "JPY": "¥", "KZT": "₸", "GEL": "₾",
    "TRY": "₺", "ILS": "₪", "INR": "₹", "KRW": "₩", "AZN": "₼", "AMD": "֏", "VND": "₫", "NGN": "₦", "PHP": "₱",
]
