/// A ZIP archive in memory (APPNOTE 6.3, without the 64-bit extension): names in UTF-8, every file deflated, all of one
/// fixed time, so that the same content gives the same bytes.
struct ZipArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ content: [UInt8]) {
        let packed = Deflate.compressed(content)
        let place = bytes.count
        var about: [UInt8] = []
        about.little(20, 2)
        // Bit 11: the name is UTF-8.
        about.little(1 << 11, 2)
        about.little(8, 2)
        about.little(ZipArchive.time, 2)
        about.little(ZipArchive.day, 2)
        about.little(Int(CRC32.of(content)), 4)
        about.little(packed.count, 4)
        about.little(content.count, 4)
        about.little(name.utf8.count, 2)
        about.little(0, 2)

        bytes.little(0x0403_4B50, 4)
        bytes += about + Array(name.utf8) + packed

        directory.little(0x0201_4B50, 4)
        directory.little(20, 2)
        directory += about
        for (value, length) in [(0, 2), (0, 2), (0, 2), (0, 4), (place, 4)] { directory.little(value, length) }
        directory += Array(name.utf8)
        count += 1
    }

    consuming func finished() -> [UInt8] {
        let place = bytes.count
        bytes += directory
        bytes.little(0x0605_4B50, 4)
        for (value, length) in [
            (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (place, 4), (0, 2),
        ] { bytes.little(value, length) }
        return bytes
    }

    /// Midnight of 1 January 1980, the first that the format knows.
    private static let time = 0
    private static let day = 0x21
}

extension [UInt8] {
    fileprivate mutating func little(_ value: Int, _ length: Int) {
        for place in 0..<length { append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
}
