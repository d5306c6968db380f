/// Group multipliers learned before one day, and the book's exposure weighted by them: serves every later moment.
struct Process: Sendable {
    let since: Int32
    let groups: Groups
    /// Between the classes of size, as amounts were known on that day; of a very large book those of the book.
    let sizeBounds: [Double]
    let lexis: Lexis
    /// What expected closes tell; nil where nothing.
    let due: DueEffect?
    /// The book's own day: no later moment is served.
    let today: Int32

    init(_ book: Book, until: Int32) {
        since = until
        today = book.history.today
        sizeBounds = book.sizeBounds(before: until)
        let codes = book.codes(sizeBounds)
        groups = Groups(book, codes, until: until)
        let weights = DealWeights(groups.flat, codes, kinds: book.kinds(sizeBounds))
        lexis = Lexis(book.risks, book.exits, weights: weights)
        due = Process.due(book, lexis, weights, until: until)
    }
}

extension Process {
    fileprivate static func due(_ book: Book, _ lexis: Lexis, _ weights: DealWeights, until: Int32) -> DueEffect? {
        guard !book.history.dueDay.isEmpty, book.closedDays.partition(before: until) >= DueEffect.leastClosed else {
            return nil
        }
        // Most books say no more of a date than the last one: then nothing is counted.
        guard DueChanges(book.history, before: until, stride: DueTally.stride(book)).areTold else { return nil }
        let fit = Intensities(lexis, book.paths, book.history.calendar, today: until, .rough)
        return DueEffect(DueTally(book, fit, lexis, weights: weights, until: until), fit)
    }
}

/// What a process teaches of deals' ways from one of its moments to the end of a period. It holds no deals and no tree.
struct WayFit: Sendable {
    let groups: Groups
    let sizeBounds: [Double]
    let fit: Intensities
    let due: DueEffect?
    let chances: Chances
    let arrivals: Arrivals

    /// - Parameter fit: of the moment, where it is known.
    init(
        _ moment: Moment, _ process: Process, period: Window, settings: FitSettings = .standard,
        fit known: Intensities? = nil
    ) {
        let (book, today) = (moment.book, moment.day)
        groups = process.groups
        sizeBounds = process.sizeBounds
        due = process.due
        fit = known ?? Intensities(process.lexis, book.paths, book.history.calendar, today: today, settings)
        chances = Chances(fit, due, book.history.calendar, today: today, period: period)
        arrivals = Arrivals(moment, end: period.end)
    }
}
