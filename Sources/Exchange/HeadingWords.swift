/// How other systems head the columns of the exchange format, in the languages of the companies that come from them. For
/// guesses only.
enum HeadingWords {
    /// The best heading for a column of a table: the word that stands first in its list wins.
    static func heading(for column: Column, among headings: [String], of table: ExchangeFile) -> String? {
        let alike = headings.map { plain($0, of: table) }
        return words(for: column, of: table).lazy.compactMap { word in alike.firstIndex(of: word) }.first
            .map { headings[$0] }
    }

    /// A bare "ID" is the id of the row, never that of anything else that the row names.
    private static func words(for column: Column, of table: ExchangeFile) -> [String] {
        let own = column == table.rowID
        return [column.name.replacing("_", with: " ")] + (own ? ["id", "record id"] : []) + (words[column] ?? [])
            + (own ? ["номер", "код", "№"] : [])
    }

    /// The two headings of a table that says when a deal was won and when it was lost in columns apart.
    static func closings(among headings: [String]) -> (won: String, lost: String)? {
        func heading(_ words: [String]) -> String? { headings.first { words.contains(plain($0, of: .deals)) } }
        guard let won = heading(["won time", "won date", "date won", "дата виграшу", "дата выигрыша"]),
            let lost = heading(["lost time", "lost date", "date lost", "дата програшу", "дата проигрыша"])
        else { return nil }
        return (won, lost)
    }

    /// In small letters, one space between words, signs left out, without the table's own name before it (`Deal - Stage`, which in
    /// another table is the deal's) and without a currency behind it (`Сума, грн`).
    private static func plain(_ heading: String, of table: ExchangeFile) -> String {
        let letters = heading.lowercased().map { $0.isLetter || $0.isNumber || $0 == "№" ? $0 : " " }
        var words = String(letters).split(separator: " ").map(String.init)
        if words.count > 1, currencies.contains(words[words.count - 1]) { words.removeLast() }
        let isNamed = table == .deals && words.count > 1 && ["deal", "opportunity"].contains(words[0])
        return words.dropFirst(isNamed ? 1 : 0).joined(separator: " ")
    }

    private static let currencies: Set<String> = ["грн", "гривень", "uah", "usd", "eur", "pln", "руб", "rub"]

    private static let words: [Column: [String]] = [
        .deal_id: [
            "opportunity id", "id угоди", "номер угоди", "код угоди", "id сделки", "номер сделки", "№ угоди",
            "№ сделки",
        ],
        .title: ["name", "subject", "назва угоди", "назва", "тема", "название сделки", "название"],
        .pipeline: ["funnel", "воронка", "воронка продажів", "воронка продаж"],
        .owner_id: [
            "owner", "owner id", "hubspot owner id", "responsible", "assigned to", "manager", "відповідальний",
            "менеджер", "власник", "ответственный",
        ],
        .account: [
            "account name", "company", "company name", "organization", "organization name", "client", "customer",
            "компанія", "клієнт", "контрагент", "компания", "клиент",
        ],
        .product: ["products", "associated product", "продукт", "товар", "послуга", "услуга"],
        .source: ["lead source", "original traffic source", "джерело", "источник"],
        .amount: ["value", "sum", "total", "price", "сума угоди", "сума", "вартість", "бюджет", "сумма", "стоимость"],
        .currency: ["currency of value", "currencyisocode", "currency code", "валюта"],
        .cost: ["cost of goods", "собівартість", "себестоимость"],
        .created_at: [
            "create date", "created", "created date", "creation date", "date created", "дата створення", "створено",
            "дата создания", "создано",
        ],
        .expected_close: [
            "expected close date", "close date", "closing date", "очікувана дата закриття", "планова дата закриття",
            "дата завершення", "дата закриття", "дата завершения", "дата закрытия", "закриття", "закрытие",
        ],
        .closed_at: [
            "closed", "closed date", "date closed", "close date", "closing date", "won time", "lost time",
            "дата закриття",
            "закрито", "дата завершення", "дата закрытия", "дата завершения", "закриття", "закрытие",
        ],
        .stage: [
            "stagename", "stage name", "етап угоди", "етап", "стадія угоди", "стадія", "стадия сделки", "этап сделки",
            "этап", "стадия",
        ],
        .status: ["state", "статус угоди", "статус", "стан", "статус сделки"],
        .lost_reason: ["loss reason", "reason lost", "причина програшу", "причина відмови", "причина отказа"],
        .lead_id: ["lead", "лід", "лид"],
        .employee_id: ["user id", "owner id", "табельний номер", "id менеджера", "id працівника", "id сотрудника"],
        .contact_id: ["id контакту", "id контакта"],
        .payment_id: ["номер платежу", "номер документа"],
        .name: ["full name", "імя", "ім’я", "піб", "назва", "фио", "имя"],
        .email: ["e mail", "mail", "пошта", "електронна пошта", "эл почта"],
        .phone: ["phone number", "телефон"],
        .department: ["team", "відділ", "підрозділ", "отдел"],
        .role: ["роль", "посада", "должность"],
        .industry: ["галузь", "отрасль"],
        .country: ["країна", "страна"],
        .tax_id: ["єдрпоу", "іпн", "едрпоу", "инн"],
        .date: ["payment date", "дата", "дата платежу", "дата платежа"],
        .kind: ["type", "вид", "тип"],
        .direction: ["напрям", "направление"],
        .started_at: ["start", "start time", "date", "дата", "початок", "начало"],
        .duration_s: ["duration", "тривалість", "длительность"],
        .result: ["disposition", "результат"],
        .price: ["unit price", "ціна", "цена"],
        .quantity: ["qty", "кількість", "количество"],
    ]
}

extension ExchangeFile {
    /// The id by which a row of the table is known; nil where its rows have none of their own.
    fileprivate var rowID: Column? {
        switch self {
        case .employees: .employee_id
        case .contacts: .contact_id
        case .deals: .deal_id
        case .payments: .payment_id
        case .activities: .activity_id
        case .correctiveActions: .action_id
        case .company, .departments, .memberships, .absences, .calendar, .pipelines, .stageVersions, .products,
            .companyLog, .accounts, .dealLog, .dealLines, .splits, .quotas, .rates, .series, .commissionPlans,
            .commissionRules,
            .commissionMembers, .commissionStatements, .commissionLines, .grants, .references, .headlines,
            .forecastRecord, .submissions, .alertSnoozes:
            nil
        }
    }
}
