internal import Actions
internal import Hummingbird
internal import SalesDomain

/// The web face: `run()` serves until the process is asked to end, and lets running requests finish.
package struct WebServer: Sendable {
    /// What the console should say.
    package enum News: Sendable, Equatable {
        case serving(host: String, port: Int)
        /// Nobody can sign in yet: this word opens the set-up page, once.
        case setUpCode(String)
    }

    private let office: WebOffice
    private let settings: WebSettings
    private let tell: @Sendable (News) -> Void

    package init(office: WebOffice, settings: WebSettings, tell: @escaping @Sendable (News) -> Void) {
        self.office = office
        self.settings = settings
        self.tell = tell
    }

    package func run() async throws {
        try announceSetUp()
        let door = Door(office: office, settings: settings)
        let ahead = Task { await door.keepMade() }
        let end: Result<Void, any Error>
        do { end = .success(try await application(door).runService()) } catch { end = .failure(error) }
        ahead.cancel()
        await door.close()
        try end.get()
    }

    func announceSetUp() throws {
        let setUp = SetUpCompany(store: office.store, passwords: office.passwords)
        if let code = try setUp.newCode(at: office.clock.now()) { tell(.setUpCode(code.text)) }
    }

    func application() -> Application<Door> { application(Door(office: office, settings: settings)) }

    func application(_ door: Door) -> Application<Door> {
        let tell = tell
        let host = settings.host
        let port = settings.port
        return Application(
            responder: door,
            server: .http1(
                configuration: .init(additionalChannelHandlers: [door.visitors.usher()], idleTimeout: .seconds(75))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in tell(.serving(host: host, port: channel.localAddress?.port ?? port)) },
            logger: office.logger)
    }
}
