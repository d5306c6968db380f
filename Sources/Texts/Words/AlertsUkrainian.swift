extension Ukrainian {
    static let alerts: KeyValuePairs<String, String> = [
        "page.report.alerts": "Сигнали",
        "alerts.sentence.none": "{subject}ніщо не потребує уваги.",
        "alerts.sentence.some":
            "{subject}на увагу чекає *{all|# справа|# справи|# справ|# справи}*: планів, що стали менш імовірними, — {plans}, етапів нижче еталону — {stages}, угод — {deals}.",
        "alerts.sentence.none.alone": "{subject}ніщо не потребує уваги саме по собі.",
        "alerts.sentence.gathered":
            "Ще {all|# справу|# справи|# справ|# справи} зібрано нижче за відділами й людьми: очікуємо від них {money}.",
        "alerts.rule.everything": "Показано всі справи цієї людини.",
        "alerts.rule.team":
            "Окремо показано плани й етапи відділу та його людей і угоди, де на кону щонайменше {floor}, — це {share} того, що ще має надійти за період. Решту зібрано за людьми.",
        "alerts.rule.company":
            "Окремо показано плани й етапи компанії та відділів, а з планів, етапів і угод людей — лише ті, де на кону щонайменше {floor}: це {share} того, що ще має надійти за період. Решту зібрано за відділами й людьми; число в меню її не рахує.",
        "alerts.rule.departments":
            "Окремо показано плани й етапи відділу та відділів під ним, а з планів, етапів і угод людей — лише ті, де на кону щонайменше {floor}: це {share} того, що ще має надійти за період. Решту зібрано за відділами й людьми.",
        "alerts.gathered.title": "Зібрано разом",
        "alerts.gathered.who": "Відділ або людина",
        "alerts.gathered.of_people": "Плани й етапи",
        "alerts.gathered.stuck": "Застрягли",
        "alerts.gathered.no_next_step": "Без наступного кроку",
        "alerts.gathered.silent": "Без контакту",
        "alerts.gathered.all": "Разом",
        "alerts.gathered.expected": "Очікуємо за період",
        "alerts.brief.gathered": "Ще {all|# справа|# справи|# справ|# справи} за відділами й людьми",
        "alerts.stake.missed": "недоотримано від {since}",
        "alerts.stake.still": "ще можна отримати",
        "alerts.group.plan_dropped": "Плани, що стали менш імовірними",
        "alerts.group.stage_off": "Етапи нижче еталону",
        "alerts.group.stuck": "Застряглі угоди",
        "alerts.group.no_next_step": "Угоди без наступного кроку",
        "alerts.group.silent": "Угоди без контакту",
        "alerts.note.plan_dropped":
            "За тиждень прогноз знизився більше, ніж сам допускав тиждень тому. Усі плани разом: без причини щось показує один день із двадцяти.",
        "alerts.note.stage_off":
            "Етап проходить менше угод, ніж за еталоном, і випадковістю цього не пояснити. Усі порівняння разом: без причини щось показує одна компанія з двадцяти.",
        "alerts.note.stuck": "На своєму етапі довше, ніж 9 з 10 виграних угод.",
        "alerts.note.no_next_step": "Відкриті, і ніхто нічого щодо них не запланував.",
        "alerts.note.silent": "Ніхто не торкався їх довше, ніж 9 з 10 виграних угод на тому самому етапі.",
        "alerts.expected": "Очікуємо від них за період: {money}.",
        "alerts.about": "Про що",
        "alerts.why": "Чому",
        "alerts.money": "На кону",
        "alerts.do": "Що зробити",
        "alerts.kind.plan_dropped": "План менш імовірний",
        "alerts.kind.stage_off": "Етап нижче еталону",
        "alerts.kind.stuck": "Застрягла",
        "alerts.kind.no_next_step": "Без наступного кроку",
        "alerts.kind.silent": "Без контакту",
        "alerts.why.plan":
            "від {since} імовірність виконати {plan} упала з {before} до {now}; прогноз — з {was} до {is}",
        "alerts.why.stage":
            "успішно завершують {conversion} угод замість {reference}; навряд чи випадковість: упевненість {confidence}",
        "alerts.why.stuck":
            "на етапі {days|# день|# дні|# днів|# дня}; 9 з 10 виграних угод ішли далі щонайбільше за {usual|# день|# дні|# днів|# дня}",
        "alerts.why.no_next_step": "нічого не заплановано; востаннє торкалися {days|# день|# дні|# днів|# дня} тому",
        "alerts.why.silent":
            "ніхто не торкався {days|# день|# дні|# днів|# дня}; 9 з 10 виграних угод тут залишали щонайбільше на {usual|# день|# дні|# днів|# дня}",
        "alerts.brief.plan": "імовірність {before} → {now} від {since}",
        "alerts.brief.stage": "успішно завершують {conversion} угод замість {reference}",
        "alerts.brief.stuck": "{days|# день|# дні|# днів|# дня} на етапі, зазвичай до {usual}",
        "alerts.brief.no_next_step": "востаннє торкалися {days|# день|# дні|# днів|# дня} тому",
        "alerts.brief.silent": "{days|# день|# дні|# днів|# дня} без контакту, зазвичай до {usual}",
        "alerts.do.plan_dropped": "З’ясувати, чому план став менш імовірним: {title}",
        "alerts.do.stage_off": "Розібрати останні угоди: {title}",
        "alerts.do.stuck": "Зрушити з місця або закрити: {title}",
        "alerts.do.no_next_step": "Домовитися про наступний крок: {title}",
        "alerts.do.silent": "Зв’язатися з клієнтом: {title}",
        "alerts.snooze": "Відкласти",
        "alerts.snooze_until": "Відкласти до, включно",
        "alerts.snooze_do": "Відкласти",
        "alerts.show": "Показувати знову",
        "alerts.until": "відкладено до {day}",
        "alerts.hand": "{who}, до {day}",
        "alerts.snoozed": "Відкладено вами: {all|# справа|# справи|# справ|# справи}",
        "alerts.in_hand": "У роботі, є коригувальна дія: {all|# справа|# справи|# справ|# справи}",
        "alerts.more": "Показати ще {left}",
        "alerts.file": "Ще {left} — у файлі",
        "alerts.all": "Усі {all}",
        "alerts.untold.no_next_step":
            "У цих записах щодо угод майже нічого не планують, тож угод без наступного кроку не показуємо.",
        "alerts.untold.silent": "У цих записах немає подій про угоди, тож угод без контакту не показуємо.",
        "alerts.note":
            "На кону — на скільки менший прогноз, що додав би еталон (або, коли з того майже нічого не лишилося, скільки недоотримано), чого чекаємо від угоди за період. Відкладене не видно лише вам; те, що в роботі, повернеться, коли буде прострочене.",
        "frame.alerts": "{all|# сигнал|# сигнали|# сигналів|# сигналу}",
        "frame.alerts.many": "99+",
    ]
}
