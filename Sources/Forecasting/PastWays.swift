/// The fits behind past windows of one book: those that are known already, and processes for the others.
struct PastWays: Sendable {
    private let fits: PastFits?
    private let print: BookPrint?
    private let anchors: [Int32]
    /// By anchor: nil where every fit is known.
    private let processes: [Process?]
    private let known: [PastFits.Key: WayFit]
    /// By anchor.
    private let codes: [DealCodes]

    /// - Parameter isLate: windows of which the book did not say then what it says now; they are left out.
    init(_ book: Book, _ plan: [(period: Window, origin: Int32)], _ isLate: [Bool], _ fits: PastFits?) {
        let rows = plan.indices.filter { !isLate[$0] }.map { plan[$0] }
        let anchors = Set(rows.map { PastWays.anchor(of: $0.origin, book) }).sorted()
        let print = fits.map { _ in BookPrint(book) }
        var known = [PastFits.Key: WayFit]()
        var missing = [[Int32]](repeating: [], count: anchors.count)
        var bounds = [[Double]?](repeating: nil, count: anchors.count)
        for (period, origin) in rows {
            let place = anchors.partition(before: PastWays.anchor(of: origin, book))
            let key = print.map { PastWays.key(book, $0, origin, period) }
            if let key, let ways = fits?.ways(key) {
                known[key] = ways
                bounds[place] = ways.sizeBounds
            } else {
                missing[place].append(origin)
            }
        }
        let processes = spread(anchors.count) { [missing] place -> Process? in
            if missing[place].isEmpty { return nil }
            if let print, let same = fits?.process(at: anchors[place], print, origins: missing[place]) { return same }
            let process = Process(book, until: anchors[place])
            if let print { fits?.keep(process, print) }
            return process
        }
        codes = anchors.indices.map { .columns(book.codes(processes[$0]?.sizeBounds ?? bounds[$0] ?? [])) }
        (self.fits, self.print, self.anchors, self.processes, self.known) = (fits, print, anchors, processes, known)
    }

    func fit(_ moment: Moment, _ period: Window) -> (WayFit, DealCodes) {
        let place = anchors.partition(before: PastWays.anchor(of: moment.day, moment.book))
        let key = print.map { PastWays.key(moment.book, $0, moment.day, period) }
        if let key, let ways = known[key] { return (ways, codes[place]) }
        let ways = WayFit(moment, processes[place]!, period: period)
        if let key { fits?.keep(ways, for: key) }
        return (ways, codes[place])
    }

    private static func key(_ book: Book, _ print: BookPrint, _ origin: Int32, _ period: Window) -> PastFits.Key {
        PastFits.Key(
            anchor: anchor(of: origin, book), origin: origin, start: period.start, book: print[origin],
            days: BookPrint.of(book.history.calendar, from: origin, to: period.end))
    }

    /// Group multipliers of past moments are learned anew every half year, at days that do not depend on today.
    private static func anchor(of origin: Int32, _ book: Book) -> Int32 {
        let step: Int32 = book.history.created.count > Groups.enough ? 364 : 182
        return max(book.firstDay + 45, origin / step * step)
    }
}
