import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import WebServer

/// A browser without eyes: keeps cookies, and fills in a form's token from the page that it has seen last.
final class Browser: Sendable {
    struct Page: Sendable {
        let status: Int
        let text: String
        let headers: HTTPFields
        let bytes: [UInt8]
        var location: String? { headers[.location] }
    }

    private let client: any TestClientProtocol
    private let cookies = Mutex<[String: String]>([:])
    private let token = Mutex("")

    init(_ client: any TestClientProtocol) { self.client = client }

    var cookieNames: Set<String> { cookies.withLock { Set($0.keys) } }
    func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }
    func set(cookie name: String, _ value: String) { cookies.withLock { $0[name] = value } }

    func get(_ target: String, _ more: HTTPFields = [:]) async throws -> Page {
        try await send(target, .get, more, nil)
    }

    /// `csrf`: nil takes the one of the last page.
    func post(_ target: String, _ fields: [String: String], csrf: String? = nil, _ more: HTTPFields = [:])
        async throws -> Page
    {
        var fields = fields
        fields["csrf"] = csrf ?? token.withLock { $0 }
        let body = fields.map { "\($0.key)=\(escaped($0.value))" }.joined(separator: "&")
        var headers = more
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(target, .post, headers, ByteBuffer(string: body))
    }

    @discardableResult
    func signIn(_ who: String, password: String = Firm.password) async throws -> Page {
        _ = try await get("/sign-in")
        return try await post("/sign-in", ["email": "\(who)@firm.example", "password": password])
    }

    func send(_ target: String, _ method: HTTPRequest.Method, _ more: HTTPFields, _ body: ByteBuffer?)
        async throws -> Page
    {
        var headers = more
        let kept = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !kept.isEmpty { headers[.cookie] = kept }
        let response = try await client.executeRequest(uri: target, method: method, headers: headers, body: body)
        keep(response.headers[values: .setCookie])
        let text = String(buffer: response.body)
        if let match = text.firstMatch(of: #/name="csrf" value="([0-9a-f]*)"/#) {
            token.withLock { $0 = String(match.1) }
        }
        return Page(
            status: Int(response.status.code), text: text, headers: response.headers,
            bytes: Array(buffer: response.body))
    }

    private func keep(_ changes: [String]) {
        cookies.withLock { cookies in
            for change in changes {
                let pair = change.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
                cookies[pair[0]] = change.contains("Max-Age=0") ? nil : pair.count == 2 ? pair[1] : ""
            }
        }
    }

    private func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension Firm {
    /// Runs against the firm's own server, with as many browsers as are opened.
    func visit(
        _ change: (inout WebSettings) -> Void = { _ in },
        _ body: @Sendable (any TestClientProtocol) async throws -> Void
    )
        async throws
    {
        let server = server(change)
        try server.announceSetUp()
        try await server.application().test(.router) { try await body($0) }
    }
}
