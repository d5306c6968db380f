extension [Int32] {
    /// The least and the greatest of millions, several compared at once; nil without any.
    package var least: Int32? { extreme { Swift.min($0, $1) } }
    package var greatest: Int32? { extreme { Swift.max($0, $1) } }

    @inline(__always) private func extreme(_ better: (Int32, Int32) -> Int32) -> Int32? {
        withUnsafeBufferPointer { numbers in
            guard var best = numbers.first else { return nil }
            for number in numbers { best = better(best, number) }
            return best
        }
    }
}
