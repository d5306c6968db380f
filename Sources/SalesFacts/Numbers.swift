/// Whole numbers, or nothing (`Track.none`): four bytes each once they are compact and all of them fit, else eight.
struct Numbers: Sendable {
    private var wide: [Int64] = []
    private var narrow: [Int32] = []
    private var isNarrow = false

    /// Stands for `Track.none` among narrow ones.
    private static let none = Int32.min

    init() {}

    var count: Int { isNarrow ? narrow.count : wide.count }

    subscript(place: Int) -> Int64 { isNarrow ? Numbers.widened(narrow[place]) : wide[place] }

    mutating func append(_ number: Int64) {
        widen()
        wide.append(number)
    }

    mutating func append(contentsOf other: Numbers, _ range: Range<Int>) {
        widen()
        if other.isNarrow {
            wide.append(contentsOf: other.narrow[range].lazy.map(Numbers.widened))
        } else {
            wide.append(contentsOf: other.wide[range])
        }
    }

    /// In no more room than they need.
    mutating func compact() {
        guard !isNarrow else { return narrow.compact() }
        let fits = wide.allSatisfy { $0 == Track.none || ($0 > Int64(Numbers.none) && $0 <= Int64(Int32.max)) }
        guard fits else { return wide.compact() }
        narrow = wide.map { $0 == Track.none ? Numbers.none : Int32($0) }
        wide = []
        isNarrow = true
    }

    private mutating func widen() {
        guard isNarrow else { return }
        wide = narrow.map(Numbers.widened)
        narrow = []
        isNarrow = false
    }

    @inline(__always) fileprivate static func widened(_ number: Int32) -> Int64 {
        number == none ? Track.none : Int64(number)
    }

    /// Without a check or a count for each read; valid only within `reading`.
    struct View {
        fileprivate let wide: UnsafePointer<Int64>
        fileprivate let narrow: UnsafePointer<Int32>
        fileprivate let isNarrow: Bool

        @inline(__always) subscript(place: Int) -> Int64 {
            isNarrow ? Numbers.widened(narrow[place]) : wide[place]
        }
    }

    func reading(_ body: (View) -> Void) {
        wide.withPlace { wide in
            narrow.withPlace { narrow in body(View(wide: wide, narrow: narrow, isNarrow: isNarrow)) }
        }
    }
}
