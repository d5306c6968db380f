import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import WebServer

@Suite("A large body")
struct LargeBodyTests {
    @Test("is refused before it has come, whether its length was said or not", arguments: [true, false])
    func refused(isSaid: Bool) async throws {
        let firm = try Firm.furnished()
        let server = firm.server()
        try await server.application().test(.live) { client in
            let port = try #require(client.port)
            let told = try await Self.send(to: port, isLengthSaid: isSaid, atMost: 64 << 20)
            #expect(told.answer.hasPrefix("HTTP/1.1 413"))
            #expect(told.answer.lowercased().contains("connection: close"))
            // What the system's own buffers hold, and no more.
            #expect(told.sent < 32 << 20)
        }
    }

    private struct Told: Sendable {
        let sent: Int
        let answer: String
    }

    /// Sends, on a thread of its own, until the other side takes no more for a second; then reads what was answered.
    private static func send(to port: Int, isLengthSaid: Bool, atMost bytes: Int) async throws -> Told {
        try await withCheckedThrowingContinuation { done in
            Thread { done.resume(with: Result { try exchange(port, isLengthSaid, bytes) }) }.start()
        }
    }

    private static func exchange(_ port: Int, _ isLengthSaid: Bool, _ bytes: Int) throws -> Told {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isThere = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(line, $0, size) }
        }
        try #require(isThere == 0)
        let length = isLengthSaid ? "Content-Length: \(bytes)" : "Transfer-Encoding: chunked"
        let head = """
            POST /sign-in HTTP/1.1\r\nHost: localhost\r\n\(length)\r
            Content-Type: application/x-www-form-urlencoded\r\n\r\n
            """
        _ = write(line, Array(head.utf8), head.utf8.count)
        var block = [UInt8](repeating: 120, count: 65_536)
        if !isLengthSaid { block = Array("10000\r\n".utf8) + block + Array("\r\n".utf8) }
        var sent = 0
        while sent < bytes {
            let now = Foundation.send(line, block, block.count, Int32(MSG_NOSIGNAL))
            if now <= 0 { break }
            sent += now
        }
        var answer = [UInt8](repeating: 0, count: 4_096)
        let read = recv(line, &answer, answer.count, 0)
        return Told(sent: sent, answer: String(decoding: answer.prefix(max(0, read)), as: UTF8.self))
    }
}
