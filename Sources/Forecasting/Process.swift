/// Group multipliers learned before one day, and the book's exposure weighted by them: serves every later moment.
struct Process: Sendable {
    let since: Int32
    let groups: Groups
    let lexis: Lexis

    init(_ book: Book, until: Int32) {
        since = until
        groups = Groups(book, until: until)
        lexis = Lexis(
            book.paths, book.order, book.history.calendar, today: book.history.today,
            weights: groups.weights(book.codes), exits: book.exits)
    }
}
