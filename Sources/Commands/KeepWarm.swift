import LiveFacts
import Logging
import Wiring

/// While the server runs: what pages open with is computed before somebody asks, at the start, after each midnight of the
/// company and when changes have come to rest; and what took too long to be waited for.
struct KeepWarm: Sendable {
    let office: Office
    let logger: Logger
    private static let pause = Duration.seconds(1)

    func run() async {
        let aside = Aside("liyka.warm")
        var warming = Warming(office.live)
        while !Task.isCancelled {
            let begun = warming
            do {
                warming = try await aside.run {
                    var next = begun
                    try next.look()
                    return next
                }
            } catch {
                logger.error("figures could not be computed ahead: \(error)")
            }
            try? await Task.sleep(for: KeepWarm.pause)
        }
    }
}
