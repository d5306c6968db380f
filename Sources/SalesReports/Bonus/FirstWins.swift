internal import SalesFacts

/// With which deal each account was won first: an account is new once, however many of its deals began before.
struct FirstWins {
    private let first: [Int32: Int]

    init(_ cut: Cut) {
        var first = [Int32: Int]()
        for deal in cut.won(from: .min / 2, to: .max / 2) where cut.account[deal] >= 0 {
            let account = cut.account[deal]
            if let known = first[account], (cut.since[known], known) <= (cut.since[deal], deal) { continue }
            first[account] = deal
        }
        self.first = first
    }

    /// Of an open deal: it would be the first.
    func holds(_ deal: Int, _ cut: Cut) -> Bool {
        let account = cut.account[deal]
        return account >= 0 && (first[account].map { $0 == deal } ?? true)
    }
}
