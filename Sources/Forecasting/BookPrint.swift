/// Tells two books apart by what they say of the days before one: a sum by day over everything that a fit of deals' ways
/// reads. Equal prints before a day give equal fits of that day. Not for other programs' eyes: it may change.
struct BookPrint: Sendable {
    private let firstDay: Int32
    /// Place `d`: everything before `firstDay + d`.
    private let before: [UInt64]

    init(_ book: Book) {
        let (history, paths) = (book.history, book.paths)
        let first = min(book.firstDay, Lexis.Frame(paths, today: history.today).firstDay)
        firstDay = first
        var days = [UInt64](repeating: 0, count: max(1, Int(history.today - first)) + 1)
        func add(_ print: UInt64, on day: Int32) {
            let place = Int(day - first)
            if place >= 0, place < days.count { days[place] &+= print }
        }
        let deals = history.created.indices.map { BookPrint.of($0, book) }
        for deal in deals.indices { add(deals[deal], on: history.created[deal]) }
        for spell in paths.deal.indices {
            let stay = mixed(deals[Int(paths.deal[spell])], UInt64(bitPattern: Int64(paths.stage[spell])))
            let entry = mixed(stay, UInt64(bitPattern: Int64(paths.enter[spell])))
            add(entry, on: paths.enter[spell])
            let end = Int64(paths.exit[spell]) << 16 | Int64(UInt16(bitPattern: paths.next[spell]))
            add(mixed(entry, UInt64(bitPattern: end)), on: paths.exit[spell])
        }
        var sum = BookPrint.frame(book)
        before = [sum]
            + days.indices.map { place in
                sum &+= mixed(days[place], BookPrint.kind(of: first + Int32(place), history.calendar))
                return sum
            }
    }

    /// Of all that lies before a day, not after the book's own.
    subscript(day: Int32) -> UInt64 { before[min(before.count - 1, max(0, Int(day - firstDay)))] }

    /// Of the days of a period that is to come, and which it is.
    static func of(_ calendar: History.Calendar, from: Int32, to: Int32) -> UInt64 {
        (from..<max(from, to)).reduce(UInt64(bitPattern: Int64(to))) { mixed($0, kind(of: $1, calendar)) }
    }

    /// What never changes of a deal, and what its groups are.
    private static func of(_ deal: Int, _ book: Book) -> UInt64 {
        let history = book.history
        var print = mixed(UInt64(bitPattern: Int64(history.created[deal])), history.firstAmount(of: deal).bitPattern)
        for code in [history.owner[deal], history.product[deal], history.source[deal], history.pipeline[deal]] {
            print = mixed(print, UInt64(bitPattern: Int64(code)))
        }
        return mixed(print, UInt64(bitPattern: Int64(history.returning[deal]) << 16 | Int64(book.paths.firstState[deal])))
    }

    /// Stages, what the template says of them, and from where on is counted.
    private static func frame(_ book: Book) -> UInt64 {
        let paths = book.paths
        var print = mixed(paths.hasStageHistory ? 1 : 2, UInt64(bitPattern: Int64(book.firstDay)))
        print = mixed(print, UInt64(bitPattern: Int64(Lexis.Frame(paths, today: book.history.today).firstDay)))
        print = mixed(print, UInt64(book.stride))
        for state in 0..<paths.stateCount {
            print = mixed(print, UInt64(bitPattern: Int64(paths.statePipeline[state])))
            print = mixed(print, paths.stateProbability[state].bitPattern)
        }
        return print
    }

    private static func kind(of day: Int32, _ calendar: History.Calendar) -> UInt64 {
        let place = calendar.index(day)
        return (UInt64(calendar.weekday[place]) << 16) | (UInt64(calendar.monthOfQuarter[place]) << 8)
            | UInt64(calendar.monthOfYear[place])
    }
}

@inline(__always) private func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var z = (one ^ (other &* 0x9E37_79B9_7F4A_7C15)) &+ 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
}
