internal import Foundation
internal import Ledger

/// A lock on a file beside the database, kept by the system for this process: however a process ends, its lock ends with it.
struct SoleUse: ~Copyable {
    private let file: Int32
    private let path: String

    /// Throws `LedgerError.importing` when somebody holds it, in this process or in another.
    init(of database: String) throws(LedgerError) {
        path = URL(fileURLWithPath: database).resolvingSymlinksInPath().path + "-import"
        while true {
            let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw SoleUse.problem(path) }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let isHeld = errno == EWOULDBLOCK
                Foundation.close(file)
                throw isHeld ? .importing : SoleUse.problem(path)
            }
            if SoleUse.isStill(file, at: path) {
                self.file = file
                return
            }
            // Whoever held it before took the file away between our two steps.
            Foundation.close(file)
        }
    }

    deinit {
        unlink(path)
        Foundation.close(file)
    }

    private static func isStill(_ file: Int32, at path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(file, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }

    private static func problem(_ path: String) -> LedgerError {
        let errno = errno
        let cause = "\(path): \(String(cString: strerror(errno)))"
        return .unwritable(Obstacle(errno: errno), cause: cause)
    }
}
