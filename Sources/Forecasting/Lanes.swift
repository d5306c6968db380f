extension UnsafePointer<Double> {
    /// Two neighbours.
    @inline(__always) func two(_ place: Int) -> SIMD2<Double> {
        UnsafeRawPointer(self + place).loadUnaligned(as: SIMD2<Double>.self)
    }

    /// Four neighbours.
    @inline(__always) func four(_ place: Int) -> SIMD4<Double> {
        UnsafeRawPointer(self + place).loadUnaligned(as: SIMD4<Double>.self)
    }
}
