internal import Actions
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import SalesDomain
internal import WebRoutes

/// Reads a request from the network, has it answered on a thread of its own, and writes the answer.
struct Door: HTTPResponder {
    /// Bytes of a form.
    static let largestForm = 64 * 1024
    /// Bytes of a refused body that are still read, and thrown away.
    private static let largestLeftover = 1024 * 1024

    private let desk: Desk
    private let settings: WebSettings
    private let office: WebOffice
    private let workers = Workers()
    /// Told of every connection by the server.
    let visitors = Visitors()

    init(office: WebOffice, settings: WebSettings) {
        self.office = office
        self.settings = settings
        desk = Desk(office: office, settings: settings)
    }

    func respond(to request: Request, context: Call) async throws -> Response {
        let start = office.clock.now()
        let answer = await answer(request, from: context.peer, at: start, unless: hasLeft(context.channel))
        log(request, answer, start)
        var response = response(answer, isHead: request.method == .head)
        if answer.status == .contentTooLarge, isLong(request) {
            response.headers[.connection] = "close"
            await stopReading(context.channel)
        }
        return response
    }

    /// A body that is not worth being read to its end so that the connection can go on.
    private func isLong(_ request: Request) -> Bool {
        request.headers[.contentLength].flatMap { Int($0) }.map { $0 > Self.largestLeftover } ?? true
    }

    /// Nothing more is taken from the network; whoever sends has a moment to read the answer.
    private func stopReading(_ channel: any Channel) async {
        try? await channel.setOption(.autoRead, value: false).get()
        channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    }

    /// Until it is cancelled: what was read lately is made again before somebody asks for it again.
    func keepMade() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            try? await workers.run(.ahead) { makeAgain() }
        }
    }

    func makeAgain() { desk.keepMade() }

    /// Waits for what is running.
    func close() async { await workers.close() }

    /// Tells later whether somebody who is here now has left meanwhile.
    private func hasLeft(_ channel: any Channel) -> @Sendable () -> Bool {
        guard visitors.has(channel) else { return { false } }
        return { [visitors] in !visitors.has(channel) }
    }

    private func answer(
        _ request: Request, from peer: String, at now: Instant, unless hasLeft: @escaping @Sendable () -> Bool
    ) async -> Answer {
        let unread = Unread(
            path: request.uri.path, query: request.uri.query ?? "",
            language: request.headers[.acceptLanguage] ?? "", cookies: Jar(header: request.headers[values: .cookie]))
        do {
            do {
                let visit = try await read(request, from: peer, at: now)
                return try await workers.run(visit.work, unless: hasLeft) { desk.answer(visit) }
            } catch Refusal.crowded {
                throw Refusal.crowded
            } catch {
                return try await workers.run(.usual, unless: hasLeft) { desk.answer(unread: error, unread) }
            }
        } catch {
            return desk.answer(unread: error, unread)
        }
    }

    private func read(_ request: Request, from peer: String, at now: Instant) async throws -> Visit {
        let path = request.uri.path
        let query = request.uri.query ?? ""
        let route = try Route(path: path, query: query)
        guard let verb = Visit.Verb(rawValue: request.method.rawValue), route.verbs.contains(verb) else {
            throw Refusal.wrongVerb(allowed: route.verbs.map(\.rawValue).joined(separator: ", "))
        }
        return Visit(
            verb: verb, route: route, form: verb == .post ? try await form(request) : Query(),
            askedLanguage: Query(text: query).last("lang").flatMap(Company.Language.init(rawValue:)),
            acceptLanguage: request.headers[.acceptLanguage] ?? "",
            cookies: Jar(header: request.headers[values: .cookie]), bearer: bearer(request),
            isForeign: isForeign(request), knownTag: request.headers[.ifNoneMatch],
            address: address(request, peer), now: now)
    }

    private func form(_ request: Request) async throws -> Query {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { throw Refusal.notAForm }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.largestForm {
            throw Refusal.tooLarge
        }
        do {
            let body = try await request.body.collect(upTo: Self.largestForm)
            return Query(text: String(buffer: body))
        } catch {
            throw Refusal.tooLarge
        }
    }

    /// The word after `Bearer`; another scheme is for somebody before us, such as a proxy.
    private func bearer(_ request: Request) -> Secret? {
        guard let words = request.headers[.authorization]?.split(separator: " ", maxSplits: 1),
            words.first?.lowercased() == "bearer"
        else { return nil }
        return Secret(words.count == 2 ? words[1].trimmingCharacters(in: .whitespaces) : "")
    }

    private func isForeign(_ request: Request) -> Bool {
        guard let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] else { return false }
        return site == "cross-site"
    }

    /// The last address of `X-Forwarded-For` is the one that our own proxy has seen; of an IPv6 address the network.
    private func address(_ request: Request, _ peer: String) -> String {
        var address = peer
        if settings.behindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        {
            address = last.trimmingCharacters(in: .whitespaces)
        }
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }

    private func response(_ answer: Answer, isHead: Bool) -> Response {
        var headers = HTTPFields()
        for (name, value) in Protection.fields { headers[name] = value }
        if settings.https { for (name, value) in Protection.overHTTPS { headers[name] = value } }
        headers[.contentType] = answer.contentType
        headers[.contentLength] = String(answer.body.count)
        switch answer.keeping {
        case .never: headers[.cacheControl] = "no-store"
        case .forEver: headers[.cacheControl] = "public, max-age=31536000, immutable"
        case .tagged(let tag):
            headers[.cacheControl] = "public, max-age=3600"
            headers[.eTag] = tag
        }
        for (name, value) in answer.fields { headers[name] = value }
        for cookie in answer.cookies {
            headers.append(HTTPField(name: .setCookie, value: cookie.header(https: settings.https)))
        }
        let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        return Response(status: answer.status, headers: headers, body: body)
    }

    /// The path without its query: filters may name people.
    private func log(_ request: Request, _ answer: Answer, _ start: Instant) {
        let spent = (office.clock.now().microseconds - start.microseconds) / 1000
        office.logger.info(
            "\(request.method.rawValue) \(request.uri.path) \(answer.status.code) \(answer.body.count) B \(spent) ms")
    }
}

extension Visit {
    fileprivate var work: Workers.Work {
        switch route.place {
        case .health: .watch
        case .signIn, .setUp, .account, .settings: verb == .post ? .password : .usual
        default: .usual
        }
    }
}

extension Route {
    var verbs: [Visit.Verb] {
        switch place {
        case .signOut, .language, .theme, .answer: [.post]
        case .signIn, .setUp, .plans, .bonuses, .schemes, .setScheme, .report, .settings, .account:
            [.get, .head, .post]
        default: [.get, .head]
        }
    }
}
