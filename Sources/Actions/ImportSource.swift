/// A file to import: its name as the report shows it, its length if known, and its bytes, as often as they are asked for.
package struct ImportSource: Sendable {
    package let name: String
    package let bytes: Int?
    /// Each call begins anew and answers a function that delivers the next chunk, nil at the end.
    package let open: @Sendable () throws -> () throws -> [UInt8]?

    package init(name: String, bytes: Int?, open: @escaping @Sendable () throws -> () throws -> [UInt8]?) {
        self.name = name
        self.bytes = bytes
        self.open = open
    }

    /// Bytes in hand.
    package static func memory(name: String, bytes: [UInt8]) -> ImportSource {
        ImportSource(name: name, bytes: bytes.count) {
            var left: [UInt8]? = bytes
            return {
                defer { left = nil }
                return left
            }
        }
    }
}
