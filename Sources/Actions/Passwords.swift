internal import Crypto
internal import CryptoExtras
internal import Foundation
package import Ledger

/// Makes and checks stored passwords (scrypt). Slow on purpose: a server calls it off the event loop.
package struct Passwords: Sendable {
    package struct Cost: Sendable, Equatable {
        let rounds: Int
        let blockSize: Int
        let parallelism: Int
        /// About a third of a second and 32 MB.
        package static let usual = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
        /// For tests only.
        package static let none = Cost(rounds: 2, blockSize: 1, parallelism: 1)
    }

    /// In characters.
    package static let leastLength = 10

    private let cost: Cost
    package init(cost: Cost = .usual) { self.cost = cost }

    package func hash(_ password: String) -> PasswordHash {
        let salt = Secret.randomBytes(16)
        return PasswordHash(
            salt: salt, hash: Self.derive(password, salt, cost), rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
    }

    /// Without a stored password it works as long, and answers no: the time does not tell whether there is such a name.
    package func matches(_ password: String, _ stored: PasswordHash?) -> Bool {
        guard let stored else {
            _ = hash(password)
            return false
        }
        let cost = Cost(rounds: stored.rounds, blockSize: stored.blockSize, parallelism: stored.parallelism)
        return Secret.equal(Self.derive(password, stored.salt, cost), stored.hash)
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) -> [UInt8] {
        let typed = Data(password.precomposedStringWithCanonicalMapping.utf8)
        let needed = 128 * cost.blockSize * (cost.rounds + cost.parallelism + 2)
        let key = try? KDF.Scrypt.deriveKey(
            from: typed, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism, maxMemory: needed + (1 << 20))
        // It fails only for costs that make no sense; a random answer then matches nothing.
        return key?.withUnsafeBytes { [UInt8]($0) } ?? Secret.randomBytes(32)
    }
}
