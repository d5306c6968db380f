package struct Activity: Sendable, Equatable {
    package typealias ID = Key<Activity>
    package enum Kind: String, Sendable, CaseIterable { case call, email, meeting, message, task }
    package enum Direction: String, Sendable, CaseIterable { case inbound, outbound }

    /// Which of them are meant: answered, missed, missed without a call back, longer than an hour.
    package enum Choice: String, Sendable, CaseIterable {
        case answered, missed, lost
        case overLong = "over_1h"
    }

    /// How it came out. Every word that is not one of the unanswered ones, and no word at all, is `answered`.
    package enum Result: UInt8, Sendable, CaseIterable {
        case answered, missed, noAnswer, busy, failed, voicemail

        package init(words: String?) {
            let plain = words?.lowercased().split { !$0.isLetter }.joined(separator: " ")
            self = Result.unanswered[plain ?? ""] ?? .answered
        }

        private static let unanswered: [String: Result] = [
            "missed": .missed, "no answer": .noAnswer, "noanswer": .noAnswer, "busy": .busy, "failed": .failed,
            "voicemail": .voicemail, "voice mail": .voicemail,
        ]
    }
}
