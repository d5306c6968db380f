internal import Foundation

/// Why a file cannot be written, as far as it concerns whoever is to mend it.
package enum Obstacle: String, Sendable, CaseIterable {
    case full, quota, denied, failing, other
    case readOnly = "read_only"
    /// No folder on the way, or something else stands in its place.
    case noPlace = "no_place"

    /// - Parameter errno: what the system said.
    package init(errno: Int32) {
        self =
            switch errno {
            case ENOSPC: .full
            case EDQUOT: .quota
            case EROFS: .readOnly
            case EACCES, EPERM: .denied
            case EIO: .failing
            case ENOENT, ENOTDIR, EISDIR: .noPlace
            default: .other
            }
    }

    /// What a library says is read down to what the system said.
    package init(_ error: any Error) {
        var found: NSError? = error as NSError
        while let next = found {
            if next.domain == NSPOSIXErrorDomain {
                self.init(errno: Int32(next.code))
                return
            }
            found = next.userInfo[NSUnderlyingErrorKey] as? NSError
        }
        self =
            switch (error as? CocoaError)?.code {
            case .fileWriteOutOfSpace: .full
            case .fileWriteNoPermission: .denied
            case .fileWriteVolumeReadOnly: .readOnly
            case .fileNoSuchFile: .noPlace
            default: .other
            }
    }

    /// What stands in the way of writing beside a file, by trying: nil when nothing does.
    package init?(besides path: String) {
        let trial = path + "-trial"
        let file = open(trial, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            self.init(errno: errno)
            return
        }
        defer {
            close(file)
            unlink(trial)
        }
        let bytes = [UInt8](repeating: 0, count: 65_536)
        if write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0, access(path, W_OK) == 0 { return nil }
        self.init(errno: errno)
    }
}
