internal import Parallel

/// Tells books apart by what they say of the time before a day: a sum over everything that past windows read, by the day
/// on which it was there and known. Equal prints before a day give equal windows as of it. Not for other programs' eyes:
/// it may change.
struct BookPrint: Sendable {
    private let firstDay: Int32
    /// Place `d`: everything before `firstDay + d`.
    private let before: [UInt64]

    init(_ book: Book) {
        let history = book.history
        let first = min(book.firstDay, Lexis.Frame(book.paths, today: history.today).firstDay)
        firstDay = first
        let count = history.created.count
        let length = max(1, Int(history.today - first)) + 1
        let samples = [book.stride, DueTally.stride(book)]
        let parts = count < Groups.enough ? 1 : 8
        let sums = spread(parts) { part in
            BookPrint.sums(
                count * part / parts..<count * (part + 1) / parts, book, samples, from: first, days: length)
        }
        // In whole numbers, so whoever counts which deals changes nothing.
        let days = (0..<length).map { day in sums.reduce(0) { $0 &+ $1[day] } }
        var sum = samples.reduce(BookPrint.frame(book)) { mixed($0, UInt64($1)) }
        before =
            [sum]
            + days.indices.map { place in
                let day = first + Int32(place)
                sum &+= mixed(days[place], BookPrint.kind(of: day, history.calendar))
                // What is set on a day holds from the start of the next.
                if let rates = history.rates { sum = mixed(sum, rates.print(day + 1)) }
                return sum
            }
    }

    /// What some deals say, by day.
    /// - Parameter samples: of which every so many deals are.
    private static func sums(
        _ deals: Range<Int>, _ book: Book, _ samples: [Int], from first: Int32, days: Int
    ) -> [UInt64] {
        let history = book.history
        var sums = [UInt64](repeating: 0, count: days)
        func add(_ print: UInt64, on day: Int32) {
            let place = Int(day - first)
            if place >= 0, place < days { sums[place] &+= print }
        }
        for deal in deals {
            let print = samples.reduce(BookPrint.of(deal, book)) { deal % $1 == 0 ? $0 : mixed($0, UInt64($1)) }
            let entered = max(history.created[deal], history.createdKnown[deal])
            add(print, on: entered)
            func addRows(_ rows: Range<Int>, _ day: [Int32], _ known: [Int32], _ value: (Int) -> UInt64) {
                for row in rows {
                    let time = (bits(day[row]) << 32 | bits(known[row])) &* 0xA076_1D64_78BD_642F
                    add(mixed(print &+ time, value(row)), on: max(entered, day[row], known[row]))
                }
            }
            addRows(history.steps(of: deal), history.stepDay, history.stepKnown) { bits(Int32(history.stepState[$0])) }
            addRows(history.amounts(of: deal), history.amountDay, history.amountKnown) {
                history.amountValue[$0].bitPattern ^ 1
            }
            addRows(history.dueRows(of: deal), history.dueDay, history.dueKnown) { bits(history.dueValue[$0]) ^ 2 }
            // Wins are worth what was said last, whenever that was.
            let won = book.wonDay[deal]
            if won != .max { add(mixed(print ^ bits(won), book.standing.amount[deal].bitPattern), on: won) }
        }
        return sums
    }

    /// Of all that lies before a day, not after the book's own.
    subscript(day: Int32) -> UInt64 { before[min(before.count - 1, max(0, Int(day - firstDay)))] }

    /// Of the days from one to another, and of the periods that are looked back on.
    static func of(_ calendar: History.Calendar, from: Int32, to: Int32, _ past: [Window]) -> UInt64 {
        let days = (from..<max(from, to)).reduce(bits(to)) { mixed($0, kind(of: $1, calendar)) }
        return past.reduce(days) { mixed($0, bits($1.start) << 32 | bits($1.end)) }
    }

    /// What a deal is at all times: its groups, its nodes, what was said of it first.
    private static func of(_ deal: Int, _ book: Book) -> UInt64 {
        let history = book.history
        var print = mixed(
            bits(history.created[deal]) << 32 | bits(history.createdKnown[deal]), bits(history.owner[deal]))
        print = mixed(print, bits(history.product[deal]) << 32 | bits(history.source[deal]))
        print = mixed(print, bits(history.pipeline[deal]) << 32 | bits(Int32(history.returning[deal])))
        print = mixed(print, history.firstAmount(of: deal).bitPattern)
        if let rates = history.rates { print = mixed(print, UInt64(rates.currency[deal])) }
        for (node, fraction) in book.allocation.nodes(of: deal) {
            print = mixed(print ^ fraction.bitPattern, UInt64(node))
        }
        return mixed(print, bits(book.allocation.nodeOfDeal[deal]) << 1 | (history.moneyless[deal] ? 1 : 0))
    }

    /// Stages, what the template says of them, the tree, prices, classes of size, and from where on is counted.
    private static func frame(_ book: Book) -> UInt64 {
        let (history, paths) = (book.history, book.paths)
        let from = Lexis.Frame(paths, today: history.today).firstDay
        var print = mixed(paths.hasStageHistory ? 1 : 2, bits(book.firstDay) << 32 | bits(from))
        for (pipeline, chance) in zip(paths.statePipeline, paths.stateProbability) {
            print = mixed(mixed(print, bits(pipeline)), chance.bitPattern)
        }
        for price in history.productPrice { print = mixed(print, price.bitPattern) }
        if let rates = history.rates {
            print = rates.priceCurrency.reduce(mixed(print, rates.print(from))) { mixed($0, UInt64($1)) }
        }
        for parent in book.allocation.parent { print = mixed(print, bits(parent)) }
        // Of a very large book the same ones for every moment.
        return book.sampleIsAll ? print : book.sizeBounds.reduce(print) { mixed($0, $1.bitPattern) }
    }

    private static func kind(of day: Int32, _ calendar: History.Calendar) -> UInt64 {
        let place = calendar.index(day)
        return UInt64(calendar.weekday[place]) << 24 | UInt64(calendar.monthOfQuarter[place]) << 16
            | UInt64(calendar.monthOfYear[place]) << 8 | (calendar.working[place] ? 1 : 0)
    }
}

extension History {
    fileprivate func steps(of deal: Int) -> Range<Int> { Int(stepStart[deal])..<Int(stepStart[deal + 1]) }
    fileprivate func amounts(of deal: Int) -> Range<Int> { Int(amountStart[deal])..<Int(amountStart[deal + 1]) }
}

@inline(__always) private func bits(_ value: Int32) -> UInt64 { UInt64(UInt32(bitPattern: value)) }

/// Two numbers mixed into one, the same on every machine.
@inline(__always) func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var z = (one ^ (other &* 0x9E37_79B9_7F4A_7C15)) &+ 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
}
