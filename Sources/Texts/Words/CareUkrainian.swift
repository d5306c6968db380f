extension Ukrainian {
    static let carings: KeyValuePairs<String, String> = [
        "cli.user.has_account":
            "{person} ({id}) уже має обліковий запис: {name}. Змініть пароль: `liyka user password {name}`; закритий запис відкривають на сторінці налаштувань.",
        "cli.user.others_email":
            "{name} — пошта іншого працівника: {person} ({id}). Вкажіть --employee {id} або оберіть інше ім’я для входу.",
        "cli.if.deal": "--if {value}: такої угоди немає. Вкажіть її номер у даних компанії, як у deals.csv.",
        "cli.instant.ahead": "--{option} {value} ще не настало. Вкажіть день або момент, що вже настав.",
        "cli.server.read_only":
            "{path}: сервер бази даних нічого не записує ({cause}): він є копією іншого або так налаштований. Вкажіть сервер, у який пишуть, або змініть налаштування. Наполовину нічого не записано.",
        "cli.serve.lost": "Сторінки про це кажуть і підуть далі самі, щойно вона стане доступною.",
        "cli.serve.back": "{path} знову доступна.",
        "cli.check.leftover":
            "{path} лишився від перерваного відновлення. Якщо зараз нічого не відновлюють, видаліть його; `liyka db restore` теж його прибере.",
        "cli.check.leftover.schema":
            "Схема {path} лишилася від перерваного відновлення. Якщо зараз нічого не відновлюють, приберіть її: `DROP SCHEMA \"{path}\" CASCADE`; `liyka db restore` теж її прибере.",
        "cli.database.not_empty.schema":
            "у {path} вже є компанія. `liyka demo` заповнює лише порожню схему: вкажіть іншу через --database (?schema=…). Якщо заповнення перервалося, приберіть схему (`DROP SCHEMA \"{schema}\" CASCADE`) і почніть знову.",
        "cli.database.foreign.schema":
            "{path}: у цій схемі є речі іншої програми; її не змінено. Вкажіть іншу через ?schema=… у --database.",
        "cli.address.file":
            "{path} — адреса бази даних, а тут потрібен файл або папка. Скопіювати компанію з однієї бази в іншу: `liyka db move-to КУДИ --database ЗВІДКИ`.",
        "cli.explain.asking": "Запитую те саме, що й сервер: читаю всі книги і складаю кожну сторінку по разу.",
        "cli.explain.nobody": "Ніхто ще не може входити, тож сторінок не складено: пояснено лише читання книг.",
        "cli.explain.table": "таблиця",
        "cli.explain.rows": "рядків",
        "cli.explain.size": "КіБ",
        "cli.explain.all": "{table} читається вся, бо вся й потрібна",
        "cli.explain.small": "{table} читається вся заради частини; вона мала",
        "cli.explain.fault": "{table} читається вся заради частини, а вона велика: індекс туди не веде",
        "cli.explain.summary":
            "Запитань: {questions}; читають цілу таблицю, бо вона мала або потрібна вся: {whole}.",
        "cli.explain.fine": "Жодне не читає великої таблиці цілком заради її частини.",
        "cli.explain.faults":
            "{count|# запитання читає велику таблицю|# запитання читають велику таблицю|# запитань читають велику таблицю|# запитання читає велику таблицю} цілком заради її частини. Повідомте про це разом із відповіддю цієї команди.",
        "cli.count.departments": "підрозділи",
        "cli.count.employees": "працівники",
        "cli.count.memberships": "належність до підрозділів",
        "cli.count.absences": "відсутності",
        "cli.count.calendar_days": "дні календаря",
        "cli.count.pipelines": "воронки",
        "cli.count.stages": "етапи",
        "cli.count.products": "продукти",
        "cli.count.accounts": "клієнти",
        "cli.count.contacts": "контакти",
        "cli.count.deals": "угоди",
        "cli.count.deal_lines": "рядки угод",
        "cli.count.splits": "розподіли угод",
        "cli.count.deal_log": "записи журналу угод",
        "cli.count.payments": "платежі",
        "cli.count.activities": "дзвінки й інші дії",
        "cli.count.quotas": "плани",
        "cli.count.rates": "курси валют",
        "cli.count.company_log": "зміни у відомостях про компанію",
        "cli.count.series_points": "значення рядів",
        "cli.count.commission_plans": "бонусні схеми",
        "cli.count.commission_rules": "правила бонусів",
        "cli.count.commission_members": "учасники бонусних схем",
        "cli.count.commission_statements": "відомості бонусів",
        "cli.count.commission_lines": "рядки відомостей",
        "cli.count.grants": "дозволи",
        "cli.count.reference_funnels": "еталонні воронки",
        "cli.count.headlines": "вибори головного прогнозу",
        "cli.count.submissions": "подані прогнози",
        "cli.count.forecast_record": "записані прогнози",
        "cli.count.corrective_actions": "коригувальні дії",
        "cli.count.alert_snoozes": "відкладені сповіщення",
        "cli.count.imports": "імпорти",
        "cli.count.users": "користувачі",
        "cli.level.company": "компанія",
        "cli.level.department": "підрозділ",
        "cli.level.employee": "працівник",
        "cli.level.product": "продукт",
        "cli.level.pipeline": "воронка",
        "cli.backtest.by_deal":
            "--by deal: точність окремих угод не вимірюють. Пишіть department, employee, product або pipeline.",
        "cli.backtest.too_long":
            "це більше, ніж {most|# період|# періоди|# періодів|# періоду} за раз: назвіть пізніше --from або раніше --to.",
        "cli.backtest.reversed": "--from {from} пізніше за --to {to}: поміняйте їх місцями.",
        "cli.plan.met": "виконано",
        "cli.plan.missed": "не виконано",
        "cli.forecast.correction":
            "Угоди в роботі за цими числами дають {deals}; поправка за тим, наскільки прогнози досі відхилялися, — {correction}; разом з угод у роботі — {open}.",
    ]
}
