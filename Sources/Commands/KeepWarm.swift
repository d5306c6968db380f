import LiveFacts
import Logging
import Wiring

/// While the server runs: what pages open with is computed before somebody asks, at the start, after each midnight of the
/// company and when changes have come to rest; and, giving way to all else, what took too long to be waited for.
struct KeepWarm: Sendable {
    let office: Office
    let logger: Logger
    private let aside = Aside("liyka.warm")
    private static let pause = Duration.seconds(1)

    init(office: Office, logger: Logger) {
        self.office = office
        self.logger = logger
    }

    /// The first look: whoever comes after it waits for nothing that everybody asks for.
    func begin() async -> Warming { await look(Warming(office.live)) }

    func run(from begun: Warming) async {
        async let measuring: Void = measure()
        var warming = begun
        while !Task.isCancelled {
            warming = await look(warming)
            try? await Task.sleep(for: KeepWarm.pause)
        }
        await measuring
    }

    private func look(_ begun: Warming) async -> Warming {
        do {
            return try await aside.run {
                var next = begun
                try next.look()
                return next
            }
        } catch {
            logger.error("figures could not be computed ahead: \(error)")
            return begun
        }
    }

    private func measure() async {
        while !Task.isCancelled {
            do {
                try await Patiently.run { [office] in try office.live.measureWishes() }
            } catch {
                logger.error("the accuracy could not be measured: \(error)")
            }
            try? await Task.sleep(for: KeepWarm.pause)
        }
    }
}
