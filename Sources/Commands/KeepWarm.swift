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
    /// A server that has not said its address after so long looks as if it hung.
    private static let patience = Duration.seconds(5)

    init(office: Office, logger: Logger) {
        self.office = office
        self.logger = logger
    }

    /// The first look: whoever comes after it waits for nothing that everybody asks for. Answers when it is over, or has
    /// taken long already: then those who come wait with it.
    func begin() async -> Task<Warming, Never> {
        let (ends, end) = AsyncStream<Void>.makeStream()
        let first = Task.detached {
            defer { end.yield() }
            return await look(Warming(office.live))
        }
        let late = Task.detached {
            try? await Task.sleep(for: KeepWarm.patience)
            end.yield()
        }
        for await _ in ends { break }
        late.cancel()
        return first
    }

    func run(from begun: Task<Warming, Never>) async {
        async let measuring: Void = measure()
        var warming = await begun.value
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
            if !error.isOutOfReach { logger.error("figures could not be computed ahead: \(error)") }
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
