import Texts
import Wiring

extension Globals {
    /// Where a file or a folder is meant, the address of a database is refused: taken for a name, it would be repeated with its
    /// password.
    func requireFiles(_ paths: [String]) throws {
        for path in paths {
            let address = DatabaseAddress(named: path, environment: [:])
            guard address.isServed else { continue }
            throw Failure.unusable(texts("cli.address.file", ["path": .text(address.shown)]))
        }
    }
}

extension DatabaseAddress {
    /// Words that may repeat what stood on the command line, with every address as it is shown.
    static func masked(_ words: String, _ arguments: [String]) -> String {
        arguments.reduce(words) { words, argument in
            let isOption = argument.hasPrefix("--")
            let value = isOption ? String(argument.drop { $0 != "=" }.dropFirst()) : argument
            let address = DatabaseAddress(named: value, environment: [:])
            return address.isServed ? words.replacing(value, with: address.shown) : words
        }
    }
}
