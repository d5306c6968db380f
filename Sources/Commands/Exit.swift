import ArgumentParser
import Foundation

/// How a command ends other than well.
enum Exit {
    /// It ran and the answer is no: rows rejected, a check failed.
    static let no: Int32 = 1
    /// Wrong usage or unreadable input.
    static let unusable: Int32 = 2
}

/// A command that cannot go on: the words are for the person, already in their language.
struct Failure: Error {
    let status: Int32
    let words: String
    static func unusable(_ words: String) -> Failure { Failure(status: Exit.unusable, words: words) }
    static func no(_ words: String) -> Failure { Failure(status: Exit.no, words: words) }
}

/// Words and progress go to standard error, so that standard output holds the answer alone.
func say(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
}

func answer(_ text: String) { answer(lines: text + "\n") }

/// Text that ends its own lines. Where it cannot be written, there is nobody left to answer: the command ends here.
func answer(lines text: String) {
    do {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
        // A reader who has seen enough has closed the pipe; that needs no words.
        if errno != EPIPE {
            say("liyka: " + Globals.spoken(in: CommandLine.arguments).texts("cli.output.cannot_write"))
        }
        exit(Exit.unusable)
    }
}

/// Everything was said already; only the status is left.
struct ExitStatus: Error {
    let status: Int32
    init(_ status: Int32) { self.status = status }
}
