import Foundation

/// Memory that was given back stays with the process for the next use, up to a bound: where past days are gone through one
/// after another, a sixth of the time went into asking the system for the same pages again.
package enum FreedMemory {
    /// Bytes from which on a piece of memory is asked of the system by itself, and bytes that are kept.
    private static let (piece, kept) = (Int32(32 << 20), Int32(64 << 20))
    /// `M_MMAP_THRESHOLD` and `M_TRIM_THRESHOLD` of GNU's library; elsewhere there is nothing to set.
    private static let (pieceOption, keptOption) = (Int32(-3), Int32(-1))

    /// Once, before anything else.
    package static func keep() {
        guard let found = dlsym(nil, "mallopt") else { return }
        let set = unsafeBitCast(found, to: (@convention(c) (Int32, Int32) -> Int32).self)
        _ = set(pieceOption, piece)
        _ = set(keptOption, kept)
    }
}
