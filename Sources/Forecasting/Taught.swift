internal import Synchronization

/// What does not depend on the period that is asked about, kept while a book is asked about several.
final class Taught: Sendable {
    struct Known: Sendable {
        /// By the day before which they were learned.
        var processes: [Int32: Process] = [:]
        var fit: Intensities?
        var curve: WinCurve?
    }

    private let known = Mutex(Known())

    /// What is known, else what `make` makes: two who ask at once may both make it, and it is the same.
    func once<Value: Sendable>(_ place: WritableKeyPath<Known, Value?> & Sendable, _ make: () -> Value) -> Value {
        if let value = known.withLock({ $0[keyPath: place] }) { return value }
        let value = make()
        known.withLock { $0[keyPath: place] = value }
        return value
    }
}

/// A history and a tree of its deals, read once for questions about several periods.
package struct Ground: Sendable {
    let book: Book

    package init(_ history: History, nodes: Nodes) { book = Book(history, nodes, isShared: true) }
}
