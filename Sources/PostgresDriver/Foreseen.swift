internal import Ledger

/// A question with its values, whose answer was fetched before it was asked.
struct Foreseen: Hashable {
    let question: SQL
    let values: [Value]
}
