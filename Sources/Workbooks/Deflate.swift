/// DEFLATE (RFC 1951) in one block of fixed codes: sheets are repetitive text, of which this leaves about a tenth, and
/// nothing is needed for it outside this file.
struct Deflate {
    private var out: [UInt8] = []
    private var held: UInt64 = 0
    private var count = 0

    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var deflate = Deflate()
        deflate.out.reserveCapacity(bytes.count / 6 + 16)
        deflate.put(0b1, 1)
        deflate.put(0b01, 2)
        deflate.pack(bytes)
        deflate.literal(256)
        return deflate.finished()
    }

    private static let window = 32_768
    private static let longest = 258
    private static let hashBits = 15

    /// Takes the last place where the same three bytes stood, when it is near enough.
    private mutating func pack(_ bytes: [UInt8]) {
        var last = [Int32](repeating: -1, count: 1 << Deflate.hashBits)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                guard place + 3 < bytes.count else {
                    literal(Int(bytes[place]))
                    place += 1
                    continue
                }
                let hash = Deflate.hash(bytes, place)
                let before = Int(last[hash])
                last[hash] = Int32(truncatingIfNeeded: place)
                let length = before >= 0 && place - before <= Deflate.window ? Deflate.same(bytes, before, place) : 0
                if length >= 4 {
                    repeated(length, from: place - before)
                    place += length
                } else {
                    literal(Int(bytes[place]))
                    place += 1
                }
            }
        }
    }

    @inline(__always) private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let word =
            UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
            | UInt32(bytes[place + 3]) << 24
        return Int((word &* 0x9E37_79B1) >> (32 - UInt32(hashBits)))
    }

    @inline(__always) private static func same(_ bytes: UnsafeBufferPointer<UInt8>, _ before: Int, _ place: Int)
        -> Int
    {
        let most = min(longest, bytes.count - place)
        var length = 0
        while length < most, bytes[before + length] == bytes[place + length] { length += 1 }
        return length
    }

    /// Code of a byte, of a length (257…) or of the end (256), by the table of section 3.2.6.
    private mutating func literal(_ value: Int) {
        switch value {
        case 0...143: code(0x30 + value, 8)
        case 144...255: code(0x190 + value - 144, 9)
        case 256...279: code(value - 256, 7)
        default: code(0xC0 + value - 280, 8)
        }
    }

    private mutating func repeated(_ length: Int, from distance: Int) {
        let (symbol, bits, rest) = Deflate.length(length)
        literal(symbol)
        put(rest, bits)
        let (far, farBits, farRest) = Deflate.distance(distance)
        code(far, 5)
        put(farRest, farBits)
    }

    /// Four codes for each number of extra bits.
    private static func length(_ length: Int) -> (symbol: Int, bits: Int, rest: Int) {
        if length == 258 { return (285, 0, 0) }
        let value = length - 3
        if value < 8 { return (257 + value, 0, 0) }
        let bits = (Int.bitWidth - 1 - value.leadingZeroBitCount) - 2
        return (257 + (bits << 2) + (value >> bits), bits, value & ((1 << bits) - 1))
    }

    /// Two codes for each number of extra bits.
    private static func distance(_ distance: Int) -> (symbol: Int, bits: Int, rest: Int) {
        let value = distance - 1
        if value < 4 { return (value, 0, 0) }
        let bits = (Int.bitWidth - 1 - value.leadingZeroBitCount) - 1
        return ((bits << 1) + (value >> bits), bits, value & ((1 << bits) - 1))
    }

    /// Codes stand with their highest bit first, everything else with its lowest.
    @inline(__always) private mutating func code(_ value: Int, _ bits: Int) {
        var (value, turned) = (value, 0)
        for _ in 0..<bits {
            turned = turned << 1 | (value & 1)
            value >>= 1
        }
        put(turned, bits)
    }

    @inline(__always) private mutating func put(_ value: Int, _ bits: Int) {
        held |= UInt64(value) << UInt64(count)
        count += bits
        while count >= 8 {
            out.append(UInt8(truncatingIfNeeded: held))
            held >>= 8
            count -= 8
        }
    }

    private consuming func finished() -> [UInt8] {
        if count > 0 { out.append(UInt8(truncatingIfNeeded: held)) }
        return out
    }
}
