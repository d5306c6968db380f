extension Ukrainian {
    static let problems: KeyValuePairs<String, String> = [
        "problem.home": "На головну",
        "problem.notFound.title": "Не знайдено",
        "problem.notFound.lead": "Такої сторінки чи запису немає, або їх не видно з вашими правами.",
        "problem.badRequest.title": "Запит не прочитано",
        "problem.badRequest.lead":
            "В адресі стоїть значення, якого ми не розуміємо. Перевірте її або почніть з головної.",
        "problem.basis.title": "На цій базі рахувати нічого",
        "problem.basis.lead": "Оберіть іншу базу.",
        "problem.basis.nothing.won": "Угод ще немає.",
        "problem.basis.nothing.paid":
            "Оплат не записано, тож за оплатами рахувати нічого. Імпортуйте payments.csv або приберіть basis, щоб рахувати вигране.",
        "problem.basis.nothing.shipped":
            "Відвантажень не записано, тож за ними рахувати нічого. Імпортуйте payments.csv з рядками виду shipped або приберіть basis, щоб рахувати вигране.",
        "problem.basis.nothing.margin":
            "Собівартості не записано, тож маржі не порахувати. Імпортуйте її з deals.csv, deal_lines.csv або products.csv або приберіть basis, щоб рахувати вигране.",
        "problem.basis.not_here":
            "Це запитання — про угоди до виграшу, і відповідь на нього буває лише за виграшами. Приберіть basis або запитуйте прогноз, точність чи звіт period, і не за угодами.",
        "problem.parameter": "Параметр {parameter} не може мати значення «{value}».",
        "problem.parameter.unknown": "Параметра {parameter} тут немає. Є такі: {known}.",
        "problem.periods.too_many":
            "За раз вимірюється не більше ніж {most|# період|# періоди|# періодів|# періоду}. Спитайте від пізнішого або до ранішого.",
        "problem.forbidden.title": "Немає права",
        "problem.forbidden.lead": "Для цієї дії потрібне право, якого у вас немає. Зверніться до адміністратора.",
        "problem.staleForm.title": "Форма застаріла",
        "problem.staleForm.lead": "Поверніться на сторінку, оновіть її та спробуйте ще раз. Нічого не змінено.",
        "problem.tooMany.title": "Забагато спроб",
        "problem.tooMany.lead": "Зачекайте трохи й спробуйте ще раз.",
        "problem.broken.title": "Щось пішло не так",
        "problem.broken.lead": "Помилка на нашому боці, її записано в журнал сервера. Ваші дані цілі.",
        "problem.crowded.title": "Забагато запитів водночас",
        "problem.crowded.lead": "Сервер зараз відповідає іншим. Оновіть сторінку за кілька секунд.",
        "problem.starting.title": "Ще запускаємося",
        "problem.starting.lead": "Дані завантажуються. Оновіть сторінку за кілька секунд.",
        "empty.noDeals.sentence": "Угод іще немає, тож прогнозувати нема з чого.",
        "empty.noDeals.needs":
            "Прогнозу досить історії угод: коли створено, яким етапом ішли, чим закінчилися. Достатньо вивантаження з вашої CRM.",
        "empty.noDeals.next":
            "Далі: [завантажити угоди](import), [подивитися на навчальній компанії](demo), [дати вхід людям](person).",
        "empty.noDeals.ask": "Попросіть адміністратора завантажити угоди.",
        "empty.noDeals.alerts": "Сигналів немає: стежити ще нема за чим, бо угод немає.",
        "empty.noDeals.today": "На сьогодні справ немає: угод, дзвінків і запланованих кроків ще не записано.",
        "empty.noDeals.submissions": "Подавати прогноз ще рано: угод немає, і порівняти його нема з чим.",
        "empty.noDeals.team": "Показати відділ ще неможливо: угод немає.",
        "empty.noDeals.changes": "Ще нічого не змінилося: угод немає, тож немає і прогнозу.",
        "empty.nothingSeen.sentence": "Вам поки нічого не показано.",
        "empty.nothingSeen.needs":
            "Ви бачите власні угоди та угоди підрозділу, яким керуєте. Попросіть адміністратора додати вас до підрозділу.",
        "empty.noHistory.sentence": "Точність іще не можна виміряти.",
        "empty.measuring.sentence": "Точність саме вимірюється.",
        "empty.measuring.needs":
            "Минулі періоди прогнозуються наново, кожен — з того, що тоді було відомо. Це робиться один раз і, коли угод багато, триває від кількох секунд до кількох хвилин; результат з’явиться тут сам.",
        "empty.way.again": "Подивитися ще раз",
        "empty.noHistory.needs": "Потрібен хоча б один повний період у минулому, про який є записи.",
        "empty.beforeRecords.sentence": "На цей день іще нічого не було записано.",
        "empty.beforeRecords.needs": "Оберіть пізнішу дату.",
        "empty.step.import.title": "Завантажити угоди",
        "empty.step.import.words": "Тека з файлами CSV; кожен відхилений рядок буде названо з причиною.",
        "empty.step.person.title": "Дати людині вхід",
        "empty.step.person.words": "ID — номер працівника в даних компанії; пароль команда запитає.",
        "empty.step.password.title": "Задати новий пароль",
        "empty.step.password.words": "Відкриті сеанси цієї людини буде закрито.",
        "empty.step.backup.title": "Зробити копію бази",
        "empty.step.backup.words": "Поки інші працюють; копія буде цілою.",
        "empty.adminHome.sentence": "Адміністратор дбає про людей і дані, а показників продажів не бачить.",
        "empty.adminHome.needs": "Ці команди виконують там, де працює сервер.",
        "empty.step.demo.title": "Подивитися на навчальній компанії",
        "empty.step.demo.words": "Вигадана компанія з трьома роками угод, в окремій базі.",
        "empty.way.company": "До прогнозу",
    ]
}
