extension Ukrainian {
    static let commands: KeyValuePairs<String, String> = [
        "cli.command.bad": "команди «{value}» немає. Їхній перелік — `liyka --help`.",
        "cli.database.absent":
            "бази даних {path} немає. Створіть її: `liyka import ПАПКА` або `liyka demo`, чи вкажіть іншу через --database.",
        "cli.database.folder_absent":
            "папки {path}, де мала б бути база, немає. Спершу створіть папку або вкажіть інший шлях.",
        "cli.database.postgres":
            "так можна лише з файлом SQLite, не з базою PostgreSQL. Вкажіть файл через --database.",
        "cli.move.done":
            "Скопійовано до {path}: {rows|# рядок|# рядки|# рядків|# рядка}, прочитано ще раз і звірено. Тепер вкажіть цю базу в --database або LIYKA_DATABASE: усе, що запишуть у попередню, лишиться в ній.",
        "cli.move.not_empty":
            "{path} не порожня; її не змінено. Компанію копіюють лише в порожню базу.",
        "cli.move.differs":
            "прочитане з {path} не збігається із записаним (таблиця {table}). Там нічого не збережено.",
        "cli.server.server":
            "{path}: сервер бази даних не відповідає ({cause}). Чи він запущений і чи правильно вказано вузол, порт або сокет?",
        "cli.server.sign_in":
            "{path}: сервер бази даних не впускає цього користувача ({cause}). Перевірте ім’я та пароль; пароль може бути в PGPASSWORD або ~/.pgpass.",
        "cli.server.denied":
            "{path}: цей користувач бази не має на це права ({cause}). Попросіть її власника надати право або увійдіть як інший. Наполовину нічого не записано.",
        "cli.server.database":
            "{path}: на сервері немає такої бази ({cause}). Створіть її через `createdb` або вкажіть іншу.",
        "cli.server.crowded":
            "{path}: сервер бази даних більше не приймає з’єднань ({cause}). Спробуйте ще раз або збільште його max_connections.",
        "cli.server.starting": "{path}: сервер бази даних запускається або зупиняється ({cause}). Спробуйте за мить.",
        "cli.server.lost":
            "{path}: з’єднання із сервером бази даних обірвалося ({cause}). Наполовину нічого не записано.",
        "cli.server.address":
            "{path} — не адреса бази даних ({cause}). Пишіть postgres://user@host/name?schema=acme.",
        "cli.database.cannot_open": "{path} не відкривається як база даних: {cause}",
        "cli.database.foreign": "{path} — не база «Лійки»; файл не змінено. Вкажіть інший через --database.",
        "cli.database.too_new":
            "{path} створила новіша версія «Лійки» (схема {found}, ця програма знає {known}). Скористайтеся тією версією.",
        "cli.database.too_old":
            "{path} — від давнішої версії (схема {found}, програмі потрібна {known}). Оновіть її: `liyka db migrate`.",
        "cli.database.busy": "у {path} саме пише хтось інший, і база не звільнилася. Спробуйте ще раз.",
        "cli.database.unwritable": "{path} не записано: {why} Наполовину нічого не записано.",
        "cli.obstacle.full": "на цьому диску немає місця. Звільніть його або виберіть інше місце.",
        "cli.obstacle.quota":
            "цей користувач вичерпав місце, дозволене йому на диску. Звільніть його або попросіть дозволити більше.",
        "cli.obstacle.read_only":
            "цей диск підключено лише для читання. Підключіть його для запису або виберіть інше місце.",
        "cli.obstacle.denied":
            "цей користувач не має права туди писати. Запустіть програму від імені власника або змініть права на файл і його теку.",
        "cli.obstacle.failing":
            "диск повідомляє про помилку введення-виведення. Перегляньте журнал системи й перевірте диск, перш ніж писати далі.",
        "cli.obstacle.no_place": "такої теки немає або на її місці щось інше. Створіть теку або вкажіть іншу.",
        "cli.obstacle.other": "система відмовила. Докладніше може сказати її журнал.",
        "cli.database.damaged":
            "{path} пошкоджено: {cause}. Докладніше скаже `liyka db check`; резервну копію поверне `liyka db restore`.",
        "cli.database.broken": "база відхилила зміну ({cause}). Нічого не записано.",
        "cli.database.not_empty":
            "у {path} вже є компанія. `liyka demo` заповнює лише порожню базу: вкажіть іншу через --database. Якщо заповнення перервалося, видаліть файл і почніть знову.",
        "cli.database.no_company":
            "у {path} ще немає компанії. Завантажте її: `liyka import ПАПКА`, або спробуйте `liyka demo`.",
        "cli.instant.bad":
            "--{option} {value}: це не день і не момент. Пишіть 2017-10-01 або 2017-10-01T14:30:00+03:00.",
        "cli.instant.later":
            "--as-of {value} ще не настало: прогноз можна скласти станом на зараз або на день, що минув.",
        "cli.period.bad": "--{option} {value}: це не період. Пишіть 2017-10, 2017-Q4, 2017 або 2017-10-01..2017-11-15.",
        "cli.period.long":
            "--{option} {value}: цей період задовгий. За один раз можна запитати щонайбільше {days|# день|# дні|# днів|# дня}.",
        "cli.series.none": "до цього моменту нічого такого не траплялося: прогнозувати немає з чого.",
        "cli.series.ahead": "--ahead {value}: напишіть число від 1 до 400.",
        "cli.series.unknown": "--series {value}: такого показника немає. Є: {known}.",
        "cli.series.kind": "--kind {value}: цього не рахують. Є: {known}.",
        "cli.series.start": "від",
        "cli.series.end": "до",
        "cli.series.to_date": "уже є",
        "cli.series.mean": "очікуємо",
        "cli.series.low": "8 з 10: від",
        "cli.series.high": "до",
        "cli.series.accuracy":
            "Точність за {periods|# минулий період|# минулі періоди|# минулих періодів|# минулого періоду}: {model}; як минулого разу {last}, середнє з трьох {mean3}; влучність діапазону {coverage}",
        "cli.series.known": "Числа відомі по {day} включно; що після — прогноз.",
        "cli.series.untold":
            "Прогалини між числами: {holes}; за них узято середнє сусідніх днів.",
        "cli.if.bad":
            "{value} нічого не припускає. Напишіть lost:УГОДА, won:УГОДА, close:УГОДА:ДЕНЬ, amount:УГОДА:СУМА або reference:ВОРОНКА/ЕТАП.",
        "cli.scope.bad":
            "--scope {value}: такого відділу чи працівника немає. Пишіть company, department:НАЗВА або employee:ID.",
        "cli.id.several": "{option} {value}: такий ідентифікатор є в кількох джерелах. Уточніть, який саме: {names}.",
        "cli.pipeline.bad": "--pipeline {value}: такої воронки немає. Є: {known}.",
        "cli.horizons.bad": "--horizons {value}: пишіть частки від 0 до 1 через кому, як-от 0,0.33,0.67.",
        "cli.backtest.no_periods":
            "перевіряти ще нема на чому: минуле компанії коротше за один повний період ({kind}).",
        "cli.backtest.naive": "{level}, {horizon}: «{method}» точніше за модель, і це не випадковість.",
        "cli.date.bad": "--{option} {value}: це не день. Пишіть 2026-11-18.",
        "cli.number.bad": "--{option} {value}: пишіть ціле число від {low} до {high}.",
        "cli.import.nothing": "{path}: такого файлу чи папки немає.",
        "cli.import.no_files": "{path}: у папці немає файлів формату обміну (deals.csv, deal_log.csv …).",
        "cli.import.file":
            "{file}: прочитано {read|# рядок|# рядки|# рядків|# рядка}, додано {added}, змінено {changed}, без змін {unchanged}, відхилено {rejected}",
        "cli.import.ignored": "{file}: не враховано, бо таких стовпців у форматі немає: {names}",
        "cli.import.ignored.mapped": "{file}: не враховано, бо зіставлення не читає цих стовпців: {names}",
        "cli.import.no_heading": "(без назви)",
        "cli.import.passed_over": "Не прочитано, бо за назвою це не файли формату обміну: {names}",
        "cli.import.passed_over.mapped":
            "Не прочитано, бо в зіставленні немає таблиці для файлів з такою назвою: {names}",
        "cli.import.made": "Заведено, бо про них сказано лише в рядках: {names}.",
        "cli.import.made.department": "{count|# відділ|# відділи|# відділів|# відділу}",
        "cli.import.made.employee": "{count|# працівник|# працівники|# працівників|# працівника}",
        "cli.import.made.product": "{count|# товар|# товари|# товарів|# товару}",
        "cli.import.made.account": "{count|# клієнт|# клієнти|# клієнтів|# клієнта}",
        "cli.import.made.pipeline": "{count|# воронка|# воронки|# воронок|# воронки}",
        "cli.import.made.stage": "{count|# етап|# етапи|# етапів|# етапу}",
        "cli.refusal.line": "рядок {line}",
        "cli.refusal.more": "… і ще {count|# рядок|# рядки|# рядків|# рядка}; усі збереже --rejects ФАЙЛ",
        "cli.import.running":
            "У базу {path} зараз іде інший імпорт. Нічого не записано: дочекайтеся його кінця й запустіть цей ще раз.",
        "cli.import.dry": "Пробний імпорт: нічого не записано.",
        "cli.import.rejects": "Відхилені рядки з причинами — у файлі {path}.",
        "cli.mapping.absent":
            "зіставлення {path} немає. `liyka import {file} --start-mapping {path}` напише початкове, вгадане за заголовками {file}.",
        "cli.mapping.tables":
            "{files|# файл|# файли|# файлів|# файла} і {tables|# таблиця|# таблиці|# таблиць|# таблиці}: для кожного файла, за їх порядком, укажіть --table НАЗВА.",
        "cli.mapping.exists": "{path} вже є. Вкажіть новий файл, щоб не затерти чиєсь зіставлення.",
        "cli.mapping.written":
            "{path} — зіставлення, з якого почати. Це здогади за заголовками й першими рядками {file}; перегляньте їх:",
        "cli.mapping.unused": "Не враховано: {names}.",
        "cli.mapping.missing":
            "Нічого не схоже на {names}: вкажіть у \"columns\", звідки це взяти, інакше імпорт буде відхилено.",
        "cli.mapping.next": "Далі: liyka import {files} --mapping {path} --dry-run",
        "cli.import.done": "Завантажено до {path}.",
        "cli.export.done": "Вивантажено до {path}.",
        "cli.export.not_empty": "папка {path} не порожня. Вкажіть нову, щоб нічого не затерти.",
        "cli.demo.done": "Навчальна компанія — у {path}. Увійдіть з паролем {password} як:",
        "cli.serve.address": "«Лійка» працює: {address}",
        "cli.serve.code": "Перший запуск: відкрийте {address} і введіть код {code}",
        "cli.serve.port": "порт {port} зайнято. Вкажіть інший через --port.",
        "cli.report.no_meaning":
            "`liyka report {report}` не зважає на {option}; цей параметр — для: {takers}.",
        "cli.report.cuts": "`liyka report {report}` не подано за {by}; можна: {cuts}.",
        "cli.user.exists":
            "користувач {name} вже є. Оберіть інше ім’я або змініть пароль: `liyka user password {name}`.",
        "cli.user.absent": "користувача {name} немає. Усіх покаже `liyka user list`.",
        "cli.user.added": "Користувач {name} може входити.",
        "cli.user.password_set": "Пароль користувача {name} змінено; відкриті сеанси завершено.",
        "cli.user.password_short":
            "пароль закороткий: потрібно щонайменше {count|# символ|# символи|# символів|# символу}.",
        "cli.user.password_ask": "Пароль для {name}: ",
        "cli.user.password_none": "пароля не дано: подайте його на стандартний вхід.",
        "cli.user.name_bad": "{name} не може бути іменем для входу: від 1 до 100 символів без пробілів.",
        "cli.user.role_needed": "потрібно --role або --employee: працівника з поштою {name} немає.",
        "cli.user.tied":
            "Обліковий запис прив’язано до працівника {person} ({id}): у нього ця пошта. Видно те, що й йому: {role}.",
        "cli.user.tied_named": "Обліковий запис прив’язано до працівника {person} ({id}). Видно те, що й йому: {role}.",
        "cli.user.role_kept": "--role не діє: роль працівника {person} — та, що в довіднику, {role}.",
        "cli.user.employees_several":
            "пошту {name} мають кілька працівників: {ids}. Скажіть, чий це запис: --employee.",
        "cli.user.employee_left":
            "працівник із поштою {name} уже не працює. Скажіть, чий це запис: --employee.",
        "cli.user.person_left":
            "{person} ({id}) уже не працює, тож увійти не зміг би. Вкажіть того, хто працює, або спершу імпортуйте employees.csv з `active`.",
        "cli.user.employee_absent":
            "--employee {value}: такого працівника немає. Вкажіть його номер у компанії, як-от s01.",
        "cli.check.unfinished":
            "Імпорт {path} почався й не завершився. Якщо зараз ніщо не імпортується, його перервано: запустіть ще раз.",
        "cli.check.whole": "База ціла.",
        "cli.check.fault": "вада: {words}",
        "cli.backup.done": "Резервну копію записано: {path}.",
        "cli.backup.exists": "{path} вже є. Вкажіть новий файл, щоб не затерти копію.",
        "cli.restore.done": "Відновлено з {path}. Попередню базу збережено як {kept}.",
        "cli.restore.done_new": "Відновлено з {path}.",
        "cli.restore.bad": "{path} — не ціла резервна копія «Лійки» ({cause}). Базу не змінено.",
        "cli.restore.not_whole":
            "резервна копія не ціла: {count|знайдено # ваду|знайдено # вади|знайдено # вад|знайдено # вади}. Базу не змінено.",
        "cli.database.in_use":
            "{path} відкрито ще десь, можливо сервером. Зупиніть його і спробуйте знову; нічого не змінено.",
        "cli.output.cannot_write": "відповідь не вдається записати на стандартний вивід: чи не заповнено диск?",
        "cli.file.cannot_write": "{path} не записується: {why}",
        "cli.migrate.done": "Тепер база — схеми {number}.",
        "cli.migrate.current": "База вже оновлена (схема {number}).",
        "cli.forecast.heading": "{scope} · {period} · станом на {moment}",
        "cli.forecast.whose": "чиє",
        "cli.forecast.won": "продано",
        "cli.forecast.open": "у роботі",
        "cli.forecast.new": "майбутні",
        "cli.forecast.mean": "прогноз",
        "cli.forecast.range": "у 8 випадках з 10",
        "cli.forecast.plan": "план",
        "cli.forecast.probability": "імовірність",
        "cli.forecast.template": "шаблон",
        "cli.forecast.statistical": "статистика",
        "cli.forecast.deal": "угода",
        "cli.forecast.in_period": "у періоді",
        "cli.forecast.ever": "узагалі",
        "cli.forecast.close": "очікуване закриття",
        "cli.forecast.value": "сума",
        "cli.backtest.level": "рівень",
        "cli.backtest.horizon": "зроблено на",
        "cli.backtest.periods": "періодів",
        "cli.backtest.coverage": "влучність діапазону",
        "cli.backtest.ceiling": "межа",
        "cli.method.template": "шаблон",
        "cli.method.statistical": "статистика",
        "cli.method.model": "модель",
        "cli.method.naive_last": "минулий період",
        "cli.method.naive_mean3": "середнє з 3",
    ]
}
