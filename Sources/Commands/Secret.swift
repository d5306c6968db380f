import Foundation
import Texts

/// A password from standard input: asked for without an echo on a terminal, else the first line of what is piped in.
enum Secret {
    static func ask(_ prompt: String, _ texts: Texts) throws -> String {
        let onTerminal = isatty(0) == 1
        if onTerminal { FileHandle.standardError.write(Data(prompt.utf8)) }
        let line = onTerminal ? silently { readLine() } : readLine()
        guard let line, !line.isEmpty else { throw Failure.unusable(texts("cli.user.password_none")) }
        return line
    }

    private static func silently(_ read: () -> String?) -> String? {
        var before = termios()
        tcgetattr(0, &before)
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSANOW, &quiet)
        defer {
            tcsetattr(0, TCSANOW, &before)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return read()
    }
}
