import Actions
import Logging
import Wiring

/// While the server runs: writes down what is forecast, at the start when the day has no record yet, and after each
/// midnight of the company. A day that failed is tried again.
struct KeepRecord: Sendable {
    let office: Office
    let logger: Logger
    /// How often the day is looked at.
    private static let pause = Duration.seconds(300)

    func run() async {
        let aside = Aside("liyka.record")
        let take = TakeSnapshot(store: office.store, live: office.live, clock: office.clock)
        while !Task.isCancelled {
            do {
                if case .taken(let day, let count) = try await aside.run({ try take() }) {
                    logger.info("forecast of \(day) recorded: \(count) figures")
                }
            } catch {
                logger.error("the forecast of the day could not be recorded: \(error)")
            }
            try? await Task.sleep(for: KeepRecord.pause)
        }
    }
}
