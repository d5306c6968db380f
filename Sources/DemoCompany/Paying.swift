/// How customers really pay and when goods leave, after a deal is won.
package struct Paying: Sendable {
    /// Of one product.
    package struct Terms: Sendable {
        /// Shares of the amount and after how many days each is due; they add up to 1.
        package let parts: [(share: Double, days: Int)]
        /// Days until the goods leave, about.
        package let ships: Double

        init(_ parts: [(Double, Int)], ships: Double) {
            self.parts = parts.map { (share: $0.0, days: $0.1) }
            self.ships = ships
        }
    }

    package let terms: [String: Terms]
    /// How an account's own habit multiplies the days: the spread of its logarithm; and from one payment to the next.
    package let habits: Double
    package let scatter: Double
    /// Deals of which nothing more comes after the first part (or at all).
    package let never: Double
    package let refunded: Double
    /// Deals with days of payment agreed on.
    package let scheduled: Double

    static let ofTheDemo = Paying(
        terms: [
            "Сервери": Terms([(0.5, 4), (0.5, 32)], ships: 18), "Робочі станції": Terms([(1, 14)], ships: 8),
            "Мережеве обладнання": Terms([(1, 21)], ships: 9),
            "Відеоспостереження": Terms([(0.5, 5), (0.5, 25)], ships: 12),
            "Ліцензії": Terms([(1, 10)], ships: 2), "Телефонія": Terms([(1, 28)], ships: 10),
            "Впровадження": Terms([(0.3, 5), (0.4, 35), (0.3, 75)], ships: 60),
            "Супровід": Terms([(0.25, 6), (0.25, 95), (0.25, 185), (0.25, 275)], ships: 5),
            "Хмарне сховище": Terms([(1, 7)], ships: 1),
        ],
        habits: 0.35, scatter: 0.3, never: 0.025, refunded: 0.03, scheduled: 0.45)
}
