extension CompanyCalendar {
    /// Reads `2017-10-01`, `2017-10-01T08:30`, `…T08:30:15`, `…T08:30:15.123456`, each with `Z`, `+03:00` or no offset
    /// (then on the company's clock); a space may stand for the `T`. A date alone is the start of that day here.
    /// Nil for anything else, for days that do not exist, and outside 1900–2200.
    package func instant(_ text: some StringProtocol) -> Instant? {
        var bytes = Array(text.utf8)[...]
        guard bytes.count >= 10, let day = Day(iso: String(decoding: bytes.prefix(10), as: UTF8.self)),
            Day.years.contains(day.year)
        else { return nil }
        bytes = bytes.dropFirst(10)
        guard let separator = bytes.popFirst() else { return zone.start(of: day) }
        guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "),
            let hour = number(&bytes, width: 2), hour < 24, take(&bytes, ":"),
            let minute = number(&bytes, width: 2), minute < 60
        else { return nil }
        var second = 0
        var micros: Int64 = 0
        if take(&bytes, ":") {
            guard let value = number(&bytes, width: 2), value < 60 else { return nil }
            second = value
            if take(&bytes, ".") {
                var scale: Int64 = 100_000
                var digits = 0
                while let byte = bytes.first, (48...57).contains(byte) {
                    micros += Int64(byte - 48) * scale
                    scale /= 10
                    digits += 1
                    bytes = bytes.dropFirst()
                }
                guard (1...9).contains(digits) else { return nil }
            }
        }
        let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        guard let sign = bytes.popFirst() else {
            return Instant(microseconds: zone.instant(localSeconds: local).microseconds + micros)
        }
        var offset = 0
        if sign != UInt8(ascii: "Z") {
            guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(&bytes, width: 2),
                hours <= 14
            else { return nil }
            _ = take(&bytes, ":")
            let minutes = bytes.isEmpty ? 0 : number(&bytes, width: 2)
            guard let minutes, minutes < 60 else { return nil }
            offset = (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
        }
        guard bytes.isEmpty else { return nil }
        return Instant(microseconds: (local - Int64(offset)) * 1_000_000 + micros)
    }

    /// `2017-10-01T00:00:00+03:00`; a fraction is printed only when there is one. `instant(text(of:))` gives it back.
    package func text(of instant: Instant) -> String {
        let offset = zone.offset(at: instant)
        let local = instant.seconds + Int64(offset)
        let day = Day(number: Int32(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
        let second = Int(local - Int64(day.number) * 86_400)
        let micros = instant.microseconds - instant.seconds * 1_000_000
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        var fraction = ""
        if micros != 0 {
            let digits = String(micros)
            fraction = "." + String(repeating: "0", count: 6 - digits.count) + digits
            while fraction.last == "0" { fraction.removeLast() }
        }
        let east = abs(offset)
        return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))\(fraction)"
            + "\(offset < 0 ? "-" : "+")\(two(east / 3600)):\(two(east / 60 % 60))"
    }

    private func take(_ bytes: inout ArraySlice<UInt8>, _ character: Unicode.Scalar) -> Bool {
        guard bytes.first == UInt8(ascii: character) else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    private func number(_ bytes: inout ArraySlice<UInt8>, width: Int) -> Int? {
        guard bytes.count >= width else { return nil }
        var value = 0
        for byte in bytes.prefix(width) {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 48
        }
        bytes = bytes.dropFirst(width)
        return value
    }
}
