/// Reads what `Deflate` writes: one block of fixed codes. Nil when it is anything else.
struct Inflate {
    private let bytes: [UInt8]
    private var place = 0

    static func read(_ bytes: [UInt8]) -> [UInt8]? {
        var inflate = Inflate(bytes: bytes)
        return inflate.all()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func bits(_ count: Int) -> Int? {
        var value = 0
        for bit in 0..<count {
            guard place < bytes.count * 8 else { return nil }
            value |= Int(bytes[place / 8] >> UInt8(place % 8) & 1) << bit
            place += 1
        }
        return value
    }

    private mutating func code(_ count: Int, after start: Int = 0) -> Int? {
        var value = start
        for _ in 0..<count {
            guard let bit = bits(1) else { return nil }
            value = value << 1 | bit
        }
        return value
    }

    private mutating func symbol() -> Int? {
        guard let seven = code(7) else { return nil }
        if seven < 24 { return 256 + seven }
        guard let eight = code(1, after: seven) else { return nil }
        if (0x30...0xBF).contains(eight) { return eight - 0x30 }
        if (0xC0...0xC7).contains(eight) { return 280 + eight - 0xC0 }
        return code(1, after: eight).map { 144 + $0 - 0x190 }
    }

    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]

    private mutating func all() -> [UInt8]? {
        guard bits(3) == 0b011 else { return nil }
        var out: [UInt8] = []
        while let symbol = symbol() {
            if symbol == 256 { return out }
            if symbol < 256 {
                out.append(UInt8(symbol))
                continue
            }
            let index = symbol - 257
            guard index < Inflate.lengths.count,
                let more = bits(index == 28 || index < 8 ? 0 : (index - 4) / 4), let far = code(5), far < 30,
                let farther = bits(far < 4 ? 0 : (far - 2) / 2)
            else { return nil }
            let distance = Inflate.distances[far] + farther
            guard distance <= out.count else { return nil }
            for _ in 0..<(Inflate.lengths[index] + more) { out.append(out[out.count - distance]) }
        }
        return nil
    }
}
