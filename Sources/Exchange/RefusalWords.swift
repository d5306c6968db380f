import SalesDomain

extension Refusal {
    /// One sentence without the place, for a person.
    package func words(in language: Company.Language) -> String {
        switch language {
        case .en: reason.english
        case .uk: reason.ukrainian
        }
    }

    /// `deals.csv:17 created_at: …`
    package func line(in language: Company.Language) -> String {
        let place = line == 0 ? file : "\(file):\(line)"
        return "\(place)\(columnName.map { " " + $0 } ?? ""): \(words(in: language))"
    }
}

extension Refusal {
    /// `amount`, or, where the file calls it otherwise, `amount (Сума)`.
    package var columnName: String? {
        column.map { column in heading.map { "\(column.name) (\($0))" } ?? column.name }
    }
}

extension Refusal.Reason {
    fileprivate var english: String {
        switch self {
        case .unreadable: "the file cannot be read"
        case .empty: "the file is empty: there is not even a header"
        case .noRows: "there is a header and no rows: nothing to import"
        case .noFiles(let found):
            "there is no file of the exchange format in this folder (deals.csv, deal_log.csv …)\(found.isEmpty ? "; it is empty" : "; it has: \(list(found.prefix(20).map(shown))). A file of another name is given by its own path")"
        case .notUTF8: "the text is not UTF-8; save the file in that encoding"
        case .workbook:
            "this is a workbook of a spreadsheet program, not CSV: open it there and save the sheet as “CSV UTF-8”"
        case .utf16: "the text is in UTF-16; save the file as “CSV UTF-8”"
        case .otherSeparator(let sign):
            "the columns are parted by “\(sign)”, not by commas: save the file with commas, or take it by a mapping, which `--start-mapping FILE` writes"
        case .quoteNeverClosed: "the quote opened on this line is never closed"
        case .quoteInsideField:
            "a quote stands inside a field that does not begin with one; put the field in quotes and double the quote"
        case .textAfterQuote: "text follows the closing quote of a field; a quote inside a field is written twice"
        case .fieldTooLong(let limit): "a field is longer than \(limit) bytes; is this a CSV file?"
        case .rowTooLong(let limit): "a row is longer than \(limit) bytes; is this a CSV file?"
        case .tooManyFields(let limit): "a row has more than \(limit) fields; is this a CSV file?"
        case .columnsMissing(let missing, let found):
            "columns are missing: \(list(missing)); found: \(list(found))"
        case .columnTwice(let name): "the column “\(name)” stands twice in the header"
        case .layoutUnknown(let found): "no known layout has such columns: \(list(found))"
        case .mapping(let problem): problem.words(in: .en)
        case .notMapped(let names):
            "no table of the mapping is for a file of this name; they are for: \(list(names)). Mend \"file\" in the mapping (* stands for anything), or leave the file out"
        case .headingsMissing(let missing, let found):
            "the mapping reads columns that the file does not have: \(list(missing)); the file has: \(list(found.map(shown))). Mend the headings in the mapping, its \"separator\" or its \"encoding\""
        case .notTranslated(let text):
            "the mapping has no word for “\(shown(text))”: add it under \"values\", or say \"otherwise\""
        case .notOfForm(let text, let form):
            "“\(shown(text))” is no day in the form \(form) that the mapping says; mend \"dates\" there, or the value"
        case .notDecimal(let text, let sign):
            "“\(shown(text))” is no number with “\(sign)” before its fraction, as the mapping says; mend \"decimal\" there, or the value"
        case .fieldCount(let found, let expected): "the row has \(found) fields, the header \(expected)"
        case .valueMissing: "the value is missing"
        case .notADay(let text): "“\(shown(text))” is not a day; write it as 2017-10-01"
        case .notAnInstant(let text):
            "“\(shown(text))” is not a time; write it as 2017-10-01 or 2017-10-01T08:30:00+03:00"
        case .notANumber(let text): "“\(shown(text))” is not a number; write it with a decimal point and no spaces"
        case .notWhole(let text): "“\(shown(text))” is not a whole number"
        case .notAPeriod(let text): "“\(shown(text))” is not a period; write it as 2017-10, 2017-Q4 or 2017"
        case .notAZone(let text): "there is no time zone “\(shown(text))”; write it as Europe/Kyiv"
        case .notAYearStart(let text):
            "“\(shown(text))” is no day on which a fiscal year starts; write month and day, as 01-01 or 04-01"
        case .forbiddenCharacter: "the text holds a zero byte"
        case .currencyUnknown(let text): "there is no currency “\(shown(text))”; write its code, as UAH"
        case .tooManyDecimals(let text, let currency): "“\(shown(text))” has more decimals than \(currency) has"
        case .tooLarge(let text): "“\(shown(text))” is too large for one amount (over 10¹²)"
        case .negative(let text): "“\(shown(text))” is less than nothing"
        case .outOfRange(let text, let from, let to): "“\(shown(text))” is not between \(from) and \(to)"
        case .notOneOf(let text, let allowed): "“\(shown(text))” is none of: \(list(allowed))"
        case .endsBeforeStart: "the end is before the start"
        case .closedBeforeCreated: "the deal was closed before it was created"
        case .closedWithoutDay: "the deal is closed, but closed_at is empty"
        case .openWithClosingDay: "the deal is open, but has closed_at"
        case .statusAgainstStage(let status, let stage, let outcome):
            "the status is \(status), but the stage “\(shown(stage))” means \(outcome)"
        case .pipelineNotSaid: "the pipeline is not said, and there are several"
        case .pipelineUnknown(let name): "there is no pipeline “\(shown(name))”"
        case .stageUnknown(let name, let pipeline):
            "there is no stage “\(shown(name))” in the pipeline “\(shown(pipeline))”"
        case .outcomeOfUsedStage(let name, let outcome):
            "deals stand or stood at “\(shown(name))”, which means \(outcome); name a new stage and move them there"
        case .dealUnknown(let id): "there is no deal “\(shown(id))”"
        case .contactUnknown(let id): "there is no contact “\(shown(id))”"
        case .dealRefused(let id): "its deal “\(shown(id))” was refused"
        case .sameIDOtherContent(let id): "“\(shown(id))” stood in this file before, with other content"
        case .departmentCircle(let name): "the department “\(shown(name))” would be its own parent"
        case .sharesNotWhole(let sum): "the shares of the deal add up to \(sum), not to 1"
        case .notASplit(let text): "“\(shown(text))” is not a way of sharing; write it as s01:0.6 s02:0.4"
        case .notTiers(let text): "“\(shown(text))” are no tiers; write bounds and rates as 0:0.02 1:0.06"
        case .stageOrDeal: "only one of stage and deal_id may be given"
        case .oneOfThese: "only one of employee_id, department and role may be given"
        case .nameTaken(let name): "“\(shown(name))” is the name of a usual reference; take another"
        case .planAlike(let name):
            "there is a commission plan “\(shown(name))” already: names that differ by case or spaces only are one; write it as it is there, or take another"
        case .planUnknown(let name): "there is no commission plan “\(shown(name))” that holds from that day"
        case .statementUnknown(let name):
            "there is no statement of “\(shown(name))” to which this line belongs: give commission_statements.csv along, or mend plan, employee_id or period"
        case .statementFixed(let name): "the statement of “\(shown(name))” was approved and has other lines"
        case .linesMissing:
            "the statement is approved or paid, and nothing tells its lines: give commission_lines.csv along, with its header alone if there are none"
        case .statementRefused(let line): "its statement, row \(line) of commission_statements.csv, was refused"
        case .lineRefused(let line):
            "row \(line) of commission_lines.csv was refused, and a statement is taken with all of its lines or not at all"
        case .fieldUnknown(let name): "a deal has no field “\(shown(name))”"
        case .logBroken(let field, let expected, let found):
            "the log of \(field) is broken: it was “\(shown(expected))”, but the next change begins at “\(shown(found))”"
        case .logEndsElsewhere(let field, let log, let deal):
            "by the log \(field) is “\(shown(log))” in the end, by deals.csv “\(shown(deal))”"
        case .logBeforeCreation(let at): "the log has a change at \(at), before the deal was created"
        case .logClosesElsewhen(let log, let deal): "by the log the deal was closed at \(log), by deals.csv at \(deal)"
        case .logNeverCloses: "the deal is closed, but its log never closes it"
        case .logAgainstKnown(let field):
            "what this log tells of \(field) does not fit what is known of the deal: the values do not follow one another, or end elsewhere; take deals.csv and the whole deal_log.csv of one export together"
        case .olderThanKnown(let known, let file):
            "the file is of \(file), and of this deal something is known since \(known) from which the row differs: an older file does not change it; take dated files in the order of their dates, and what happened in between as deal_log.csv"
        case .logRefused(let line): "row \(line) of its log was refused"
        case .recordedBeforeChanged: "it was recorded before it happened"
        case .notYet(let at): "\(at) has not come yet: nothing can have been recorded later than now"
        case .ahead(let at, let planned):
            "\(at) lies more than a day ahead, and the row says that this has happened: mend the date\(english(planned))"
        }
    }

    fileprivate var ukrainian: String {
        switch self {
        case .unreadable: "файл не вдалося прочитати"
        case .empty: "файл порожній: немає навіть заголовка"
        case .noRows: "є заголовок, але немає рядків: імпортувати нічого"
        case .noFiles(let found):
            "у цій теці немає жодного файлу формату обміну (deals.csv, deal_log.csv …)\(found.isEmpty ? "; вона порожня" : "; у ній є: \(list(found.prefix(20).map(shown))). Файл з іншою назвою вкажіть окремо")"
        case .notUTF8: "текст не в кодуванні UTF-8; збережіть файл у цьому кодуванні"
        case .workbook:
            "це книга табличного процесора, а не CSV: відкрийте її там і збережіть аркуш як «CSV UTF-8»"
        case .utf16: "текст у кодуванні UTF-16; збережіть файл як «CSV UTF-8»"
        case .otherSeparator(let sign):
            "стовпці розділено знаком «\(sign)», а не комами: збережіть файл із комами або імпортуйте за зіставленням, яке напише `--start-mapping ФАЙЛ`"
        case .quoteNeverClosed: "лапки, відкриті в цьому рядку, ніде не закрито"
        case .quoteInsideField:
            "лапки стоять усередині поля, яке не починається з лапок; візьміть поле в лапки, а лапки подвойте"
        case .textAfterQuote: "після закритих лапок поля йде текст; лапки всередині поля пишуть двічі"
        case .fieldTooLong(let limit): "поле довше за \(limit) Б; чи це файл CSV?"
        case .rowTooLong(let limit): "рядок довший за \(limit) Б; чи це файл CSV?"
        case .tooManyFields(let limit): "у рядку полів більше ніж \(limit); чи це файл CSV?"
        case .columnsMissing(let missing, let found): "бракує стовпців: \(list(missing)); є: \(list(found))"
        case .columnTwice(let name): "стовпець «\(name)» стоїть у заголовку двічі"
        case .layoutUnknown(let found): "немає відомого формату з такими стовпцями: \(list(found))"
        case .mapping(let problem): problem.words(in: .uk)
        case .notMapped(let names):
            "у зіставленні немає таблиці для файла з такою назвою; є для: \(list(names)). Виправте в зіставленні \"file\" (* замість будь-чого) або не вказуйте цього файла"
        case .headingsMissing(let missing, let found):
            "зіставлення читає стовпці, яких у файлі немає: \(list(missing)); у файлі є: \(list(found.map(shown))). Виправте в зіставленні заголовки, \"separator\" або \"encoding\""
        case .notTranslated(let text):
            "зіставлення не знає, що таке «\(shown(text))»: додайте його до \"values\" або вкажіть \"otherwise\""
        case .notOfForm(let text, let form):
            "«\(shown(text))» — не дата вигляду \(form), як каже зіставлення; виправте там \"dates\" або саме значення"
        case .notDecimal(let text, let sign):
            "«\(shown(text))» — не число з «\(sign)» перед дробовою частиною, як каже зіставлення; виправте там \"decimal\" або саме значення"
        case .fieldCount(let found, let expected): "кількість полів у рядку: \(found), а в заголовку: \(expected)"
        case .valueMissing: "бракує значення"
        case .notADay(let text): "«\(shown(text))» — не дата; пишіть так: 2017-10-01"
        case .notAnInstant(let text):
            "«\(shown(text))» — не час; пишіть так: 2017-10-01 або 2017-10-01T08:30:00+03:00"
        case .notANumber(let text): "«\(shown(text))» — не число; пишіть із десятковою крапкою і без пробілів"
        case .notWhole(let text): "«\(shown(text))» — не ціле число"
        case .notAPeriod(let text): "«\(shown(text))» — не період; пишіть так: 2017-10, 2017-Q4 або 2017"
        case .notAZone(let text): "немає часового поясу «\(shown(text))»; пишіть так: Europe/Kyiv"
        case .notAYearStart(let text):
            "«\(shown(text))» — не день, з якого починається фінансовий рік; пишіть місяць і день: 01-01 або 04-01"
        case .forbiddenCharacter: "у тексті є нульовий байт"
        case .currencyUnknown(let text): "немає валюти «\(shown(text))»; пишіть її код, наприклад UAH"
        case .tooManyDecimals(let text, let currency):
            "у «\(shown(text))» більше знаків після крапки, ніж має \(currency)"
        case .tooLarge(let text): "«\(shown(text))» — завелика сума (понад 10¹²)"
        case .negative(let text): "«\(shown(text))» менше за нуль"
        case .outOfRange(let text, let from, let to): "«\(shown(text))» не лежить між \(from) і \(to)"
        case .notOneOf(let text, let allowed): "«\(shown(text))» — нічого з переліку: \(list(allowed))"
        case .endsBeforeStart: "кінець раніше за початок"
        case .closedBeforeCreated: "угоду закрито раніше, ніж створено"
        case .closedWithoutDay: "угоду закрито, але closed_at порожнє"
        case .openWithClosingDay: "угода в роботі, але має closed_at"
        case .statusAgainstStage(let status, let stage, let outcome):
            "статус — \(status), але етап «\(shown(stage))» означає \(outcome)"
        case .pipelineNotSaid: "воронку не названо, а їх кілька"
        case .pipelineUnknown(let name): "немає воронки «\(shown(name))»"
        case .stageUnknown(let name, let pipeline): "немає етапу «\(shown(name))» у воронці «\(shown(pipeline))»"
        case .outcomeOfUsedStage(let name, let outcome):
            "на етапі «\(shown(name))», що означає \(outcome), є або були угоди; заведіть новий етап і перенесіть їх туди"
        case .dealUnknown(let id): "немає угоди «\(shown(id))»"
        case .contactUnknown(let id): "немає контакту «\(shown(id))»"
        case .dealRefused(let id): "угоду «\(shown(id))» відхилено"
        case .sameIDOtherContent(let id): "«\(shown(id))» уже є в цьому файлі з іншим змістом"
        case .departmentCircle(let name): "відділ «\(shown(name))» став би сам собі старшим"
        case .sharesNotWhole(let sum): "частки угоди разом дають \(sum), а не 1"
        case .notASplit(let text): "«\(shown(text))» — не розподіл; пишіть так: s01:0.6 s02:0.4"
        case .notTiers(let text): "«\(shown(text))» — не шкала; пишіть межі й ставки так: 0:0.02 1:0.06"
        case .stageOrDeal: "можна вказати лише одне зі stage і deal_id"
        case .oneOfThese: "можна вказати лише одне з employee_id, department і role"
        case .nameTaken(let name): "«\(shown(name))» — назва звичайного еталону; візьміть іншу"
        case .planAlike(let name):
            "бонусна схема «\(shown(name))» вже є, а назви, що різняться лише великими літерами чи пробілами, — одна назва; напишіть її так само або візьміть іншу"
        case .planUnknown(let name): "немає бонусної схеми «\(shown(name))», що діє від того дня"
        case .statementUnknown(let name):
            "немає розрахунку «\(shown(name))», до якого належить цей рядок: імпортуйте разом і commission_statements.csv або виправте plan, employee_id чи period"
        case .statementFixed(let name): "розрахунок «\(shown(name))» затверджено, і рядки в ньому інші"
        case .linesMissing:
            "розрахунок затверджено чи виплачено, а рядків його немає: імпортуйте разом і commission_lines.csv, хоч би із самим заголовком, якщо рядків не було"
        case .statementRefused(let line): "відхилено його розрахунок — рядок \(line) у commission_statements.csv"
        case .lineRefused(let line):
            "відхилено рядок \(line) у commission_lines.csv, а розрахунок приймають з усіма його рядками або не приймають зовсім"
        case .fieldUnknown(let name): "угода не має поля «\(shown(name))»"
        case .logBroken(let field, let expected, let found):
            "журнал поля \(field) розірваний: було «\(shown(expected))», а наступна зміна починається з «\(shown(found))»"
        case .logEndsElsewhere(let field, let log, let deal):
            "за журналом \(field) наприкінці «\(shown(log))», а за deals.csv — «\(shown(deal))»"
        case .logBeforeCreation(let at): "у журналі є зміна \(at), раніше за створення угоди"
        case .logClosesElsewhen(let log, let deal): "за журналом угоду закрито \(log), а за deals.csv — \(deal)"
        case .logNeverCloses: "угоду закрито, але журнал її не закриває"
        case .logAgainstKnown(let field):
            "те, що цей журнал каже про \(field), не сходиться з відомим про угоду: значення не йдуть одне за одним або закінчуються іншим; імпортуйте разом deals.csv і весь deal_log.csv з одного експорту"
        case .olderThanKnown(let known, let file):
            "файл станом на \(file), а про цю угоду відоме дещо пізніше, \(known), і рядок із ним різниться: старіший файл цього не змінює; імпортуйте датовані файли за порядком дат, а те, що сталося між ними, — як deal_log.csv"
        case .logRefused(let line): "відхилено рядок \(line) її журналу"
        case .recordedBeforeChanged: "записано раніше, ніж сталося"
        case .notYet(let at): "\(at) ще не настало: нічого не могли записати пізніше, ніж тепер"
        case .ahead(let at, let planned):
            "до \(at) ще понад добу, а за рядком це вже сталося: виправте дату\(ukrainian(planned))"
        }
    }

    private func english(_ planned: Refusal.Planned?) -> String {
        switch planned {
        case .expectedClose: ", or leave the deal open and give that day as expected_close"
        case .expectedPayment: ", or give the payment the kind “expected”"
        case .due: "; what is only planned has due_at in its place"
        case nil: ""
        }
    }

    private func ukrainian(_ planned: Refusal.Planned?) -> String {
        switch planned {
        case .expectedClose: " або лишіть угоду в роботі, а цей день укажіть як expected_close"
        case .expectedPayment: " або вкажіть вид платежу «expected»"
        case .due: "; запланованому вкажіть натомість due_at"
        case nil: ""
        }
    }

    private func list(_ columns: [Column]) -> String { list(columns.map(\.name)) }
    private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

    /// A value may be a whole file by mistake.
    private func shown(_ text: String) -> String { text.utf8.count <= 80 ? text : String(text.prefix(80)) + "…" }
}
