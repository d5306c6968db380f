/// A currency by its ISO 4217 code.
package struct Currency: Hashable, Sendable {
    /// Three capital letters.
    package let code: String
    /// Decimal places of its minor unit: 2 for UAH, 0 for JPY, 3 for KWD.
    package let decimals: Int

    /// Nil for a code that ISO 4217 does not list.
    package init?(code: String) {
        guard let decimals = Currency.decimals[code] else { return nil }
        self.code = code
        self.decimals = decimals
    }

    private init(counted code: String, decimals: Int) {
        self.code = code
        self.decimals = decimals
    }

    /// No money: deals, in ten-thousandths, where no amount is known.
    package static let deals = Currency(counted: "deals", decimals: 4)

    /// Minor units in one unit: 100 for UAH.
    package var scale: Int64 { Currency.powers[decimals] }

    private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000]

    private static let decimals: [String: Int] = {
        let two = """
            AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY
            COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
            INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR
            MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
            SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG
            """
        let zero = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
        let three = "BHD IQD JOD KWD LYD OMR TND"
        var table = [String: Int]()
        for (codes, places) in [(two, 2), (zero, 0), (three, 3)] {
            for code in codes.split(whereSeparator: \.isWhitespace) { table[String(code)] = places }
        }
        return table
    }()
}

/// An amount in minor units of one currency. `Double` never enters here.
package struct Money: Hashable, Sendable {
    package let minorUnits: Int64
    package let currency: Currency

    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The largest amount of one record, in whole units: 10¹² (a sum of a million of them is still exact).
    package static let largestUnits: Int64 = 1_000_000_000_000

    package enum Problem: Error, Equatable { case notANumber, tooManyDecimals, tooLarge, otherCurrency }

    /// Reads a decimal with a point: `1250`, `1250.5`, `-3.20`. Trailing zeros beyond the minor unit are no loss.
    package init(decimal text: some StringProtocol, currency: Currency) throws(Problem) {
        var whole: Int64 = 0
        var fraction: Int64 = 0
        var places = 0
        var digits = 0
        var afterPoint = false
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: ".") where !afterPoint: afterPoint = true
            case 48...57 where !afterPoint:
                digits += 1
                whole = whole * 10 + Int64(byte - 48)
                if whole > Money.largestUnits { throw .tooLarge }
            case 48...57:
                digits += 1
                if places < currency.decimals {
                    fraction = fraction * 10 + Int64(byte - 48)
                    places += 1
                } else if byte != 48 {
                    throw .tooManyDecimals
                }
            default: throw .notANumber
            }
        }
        guard digits > 0 else { throw .notANumber }
        while places < currency.decimals {
            fraction *= 10
            places += 1
        }
        let minor = whole * currency.scale + fraction
        if minor > Money.largestUnits * currency.scale { throw .tooLarge }
        self.init(minorUnits: negative ? -minor : minor, currency: currency)
    }

    /// `1250.50`: all decimals of the currency, a point, no grouping.
    package var decimal: String {
        let magnitude = minorUnits.magnitude
        let scale = UInt64(currency.scale)
        let sign = minorUnits < 0 ? "-" : ""
        guard currency.decimals > 0 else { return sign + String(magnitude) }
        let fraction = String(magnitude % scale)
        return "\(sign)\(magnitude / scale)."
            + String(repeating: "0", count: currency.decimals - fraction.count) + fraction
    }

    package func plus(_ other: Money) throws(Problem) -> Money {
        guard other.currency == currency else { throw .otherCurrency }
        return Money(minorUnits: minorUnits + other.minorUnits, currency: currency)
    }
}
