/// A file of the exchange format read back, for looking things up.
struct Table {
    typealias Row = [String: String]
    let rows: [Row]

    init(_ bytes: [UInt8]) {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let columns = lines.removeFirst()
        rows = lines.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }

    func column(_ name: String) -> [String] { rows.compactMap { $0[name] } }
}
