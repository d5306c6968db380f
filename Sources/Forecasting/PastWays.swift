internal import Parallel

/// The processes from which past windows of one book are fitted, learned where they are not known yet.
struct PastWays: Sendable {
    private let anchors: [Int32]
    /// By anchor.
    private let processes: [Process]
    private let places: [DealPlaces]

    /// - Parameters:
    ///   - origins: days of the fits.
    ///   - fits: of books that were asked before, with this one's print.
    init(_ book: Book, origins: [Int32], _ fits: (kept: PastFits, print: BookPrint)?) {
        let anchors = Set(origins.map { PastWays.anchor(of: $0, book) }).sorted()
        if let fits {
            // Nobody waits for another before all that nobody has begun is begun.
            let begun = spread(anchors.count) { place in
                let own = origins.filter { PastWays.anchor(of: $0, book) == anchors[place] }
                return fits.kept.process(
                    at: anchors[place], fits.print, today: book.history.today, origins: own
                ) { book.process(until: anchors[place]) }
            }
            processes = begun.map(\.process)
        } else {
            processes = spread(anchors.count) { book.process(until: anchors[$0]) }
        }
        places = spread(processes.count) { [processes] in
            DealPlaces(processes[$0].groups.flat, book.dealCodes(processes[$0].sizeBounds))
        }
        self.anchors = anchors
    }

    func fit(_ moment: Moment, _ period: Window) -> (WayFit, DealPlaces) {
        let place = anchors.partition(before: PastWays.anchor(of: moment.day, moment.book))
        return (WayFit(moment, processes[place], period: period), places[place])
    }

    /// Group multipliers of past moments are learned anew every half year, at days that do not depend on today.
    private static func anchor(of origin: Int32, _ book: Book) -> Int32 {
        max(book.firstDay + 45, anchor(origin, isLarge: book.history.created.count > Groups.enough))
    }

    /// Of a large book every year.
    static func anchor(_ origin: Int32, isLarge: Bool) -> Int32 {
        let step: Int32 = isLarge ? 364 : 182
        return origin / step * step
    }
}
