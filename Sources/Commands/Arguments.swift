/// Puts the global options that stand before a command's name behind it, where the parser looks for them.
enum Arguments {
    private static let withValue: Set<String> = ["--database", "--lang"]
    private static let flags: Set<String> = ["--json"]

    static func globalsLast(_ arguments: [String]) -> [String] {
        var leading = [String]()
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            if flags.contains(word) || withValue.contains(where: { word.hasPrefix($0 + "=") }) {
                leading.append(word)
                index += 1
            } else if withValue.contains(word), index + 1 < arguments.count {
                leading += arguments[index...(index + 1)]
                index += 2
            } else {
                break
            }
        }
        let rest = arguments[index...]
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + leading + Array(rest[end...])
    }
}
