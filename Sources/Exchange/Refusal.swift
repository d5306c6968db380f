/// Why a row, or a whole file, was not taken: the place and the reason, without words.
package struct Refusal: Error, Equatable, Sendable {
    package let file: String
    /// From 1, as an editor counts; 0 when the file as a whole is meant.
    package let line: Int
    package let column: Column?
    /// What the file calls the column, where a mapping says so.
    package var heading: String?
    package let reason: Reason

    package init(file: String, line: Int, column: Column? = nil, reason: Reason) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// How a row says what is only expected.
    package enum Planned: Equatable, Sendable { case expectedClose, expectedPayment, due }

    package enum Reason: Equatable, Sendable {
        // The file.
        case unreadable
        case empty
        case noRows
        /// None of a folder's files is known by its name; those that it has.
        case noFiles(found: [String])
        case notUTF8
        case workbook
        case utf16
        /// `tab`, or the sign itself.
        case otherSeparator(String)
        case quoteNeverClosed
        case quoteInsideField
        case textAfterQuote
        case fieldTooLong(limit: Int)
        case rowTooLong(limit: Int)
        case tooManyFields(limit: Int)
        case columnsMissing([Column], found: [String])
        case columnTwice(String)
        case layoutUnknown(found: [String])
        /// Of a mapping file.
        case mapping(MappingProblem)
        /// No table of a mapping is for a file of this name.
        case notMapped(names: [String])
        /// Columns that a mapping reads, and the file does not have.
        case headingsMissing([String], found: [String])
        // A row and its values.
        case fieldCount(found: Int, expected: Int)
        case valueMissing
        case notADay(String)
        case notAnInstant(String)
        case notANumber(String)
        case notWhole(String)
        case notAPeriod(String)
        // By a mapping.
        case notTranslated(String)
        case notOfForm(String, form: String)
        case notDecimal(String, sign: String)
        case notAZone(String)
        case notAYearStart(String)
        case forbiddenCharacter
        case currencyUnknown(String)
        case tooManyDecimals(String, currency: String)
        case tooLarge(String)
        case negative(String)
        case outOfRange(String, from: String, to: String)
        case notOneOf(String, allowed: [String])
        case endsBeforeStart
        // What records say of one another.
        case closedBeforeCreated
        case closedWithoutDay
        case openWithClosingDay
        case statusAgainstStage(status: String, stage: String, outcome: String)
        case pipelineNotSaid
        case pipelineUnknown(String)
        case stageUnknown(String, pipeline: String)
        case outcomeOfUsedStage(String, outcome: String)
        case dealUnknown(String)
        case contactUnknown(String)
        case dealRefused(String)
        case sameIDOtherContent(String)
        case departmentCircle(String)
        case sharesNotWhole(String)
        case notASplit(String)
        case notTiers(String)
        case oneOfThese
        case stageOrDeal
        case planUnknown(String)
        /// The name of a plan that there is differs by case or spaces only.
        case planAlike(String)
        case nameTaken(String)
        case statementUnknown(String)
        case statementFixed(String)
        /// Of a statement that is settled and new.
        case linesMissing
        /// Of a line: its statement's own row was.
        case statementRefused(line: Int)
        /// Of a statement, or of the rest of its lines: one of these was.
        case lineRefused(line: Int)
        // A log against its deal.
        case fieldUnknown(String)
        case logBroken(field: String, expected: String, found: String)
        case logEndsElsewhere(field: String, log: String, deal: String)
        case logBeforeCreation(String)
        case logClosesElsewhen(log: String, deal: String)
        case logNeverCloses
        /// What a log tells of a field, and what is known of it from elsewhere, are no one story.
        case logAgainstKnown(field: String)
        /// A dated file differs from what was known later.
        case olderThanKnown(known: String, file: String)
        case logRefused(line: Int)
        case recordedBeforeChanged
        /// It says that it was recorded later than now.
        case notYet(String)
        /// It says that it happened more than a day after now.
        case ahead(String, Planned?)
    }
}
