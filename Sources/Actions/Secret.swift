internal import Crypto

/// Random words that open something: a session, the first run, the figures for a program. Only their digests are stored.
package struct Secret: Sendable, Equatable {
    package let text: String
    package init(_ text: String) { self.text = text }

    /// 32 random bytes in hexadecimal digits.
    package static func token() -> Secret { Secret(hex(randomBytes(32))) }

    /// What a program shows: a token that says by its beginning what it is, so that it can be found where it should not be.
    package static func programToken() -> Secret { Secret(programBeginning + token().text) }
    private static let programBeginning = "liyka_"

    /// Whether it may be one of a program at all.
    package var isProgramToken: Bool { text.hasPrefix(Secret.programBeginning) }

    /// Twelve letters and digits in three groups, without those that look alike: read from one screen, typed on another.
    package static func code() -> Secret {
        let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
        var generator = SystemRandomNumberGenerator()
        let groups = (0..<3).map { _ in String((0..<4).map { _ in letters.randomElement(using: &generator) ?? "X" }) }
        return Secret(groups.joined(separator: "-"))
    }

    /// A code as somebody typed it: in small letters, without hyphens or with spaces, it is the same code.
    package static func code(typed text: String) -> Secret {
        let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
        let groups = stride(from: 0, to: letters.count, by: 4).map { letters.dropFirst($0).prefix(4) }
        return Secret(groups.joined(separator: "-"))
    }

    /// What is stored.
    package var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// A word bound to this secret, which tells nothing about it: what a form carries to prove that it is ours.
    package func bound(to purpose: String) -> String {
        let key = SymmetricKey(data: Array(text.utf8))
        return Secret.hex(Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key)))
    }

    static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Takes the same time wherever the first difference is.
    package static func equal(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
