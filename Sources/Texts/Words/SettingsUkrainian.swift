extension Ukrainian {
    static let settings: KeyValuePairs<String, String> = [
        "page.settings": "Налаштування",
        "page.account": "Обліковий запис",
        "settings.sentence":
            "*{open|# особа може|# особи можуть|# осіб можуть|# особи може}* входити; без входу ще {others|# працівник|# працівники|# працівників|# працівника}. У базі {deals|# угода|# угоди|# угод|# угоди}.",
        "settings.people": "Хто може входити",
        "settings.let_in": "Дати вхід…",
        "settings.add": "Дати вхід",
        "settings.employee": "Працівник",
        "settings.no_employee": "не працівник",
        "settings.role": "Роль",
        "settings.name": "Ім’я для входу",
        "settings.role_note":
            "Працівника з такою поштою, як ім’я для входу, буде знайдено й без вибору. Роль працівника — з його картки; вибір тут — для облікового запису, що не є працівником. Перший пароль створюється тут, власник його змінює.",
        "settings.person": "Особа",
        "settings.department": "Відділ",
        "settings.deeds": "Що можна зробити",
        "settings.state.title": "Вхід",
        "settings.state.open": "відкрито",
        "settings.state.closed": "закрито",
        "settings.renew": "Новий пароль",
        "settings.close": "Закрити вхід",
        "settings.open": "Відкрити вхід",
        "settings.opened": "{name} входить із паролем",
        "settings.opened.whose": "Обліковий запис прив’язано до працівника {person}. Видно те, що й йому: {role}.",
        "settings.opened.whose.email":
            "Обліковий запис прив’язано до працівника {person}: у нього ця пошта. Видно те, що й йому: {role}.",
        "settings.once":
            "Його показано лише раз, у читаному вигляді він ніде не зберігається. Передайте його й попросіть змінити.",
        "settings.problem.empty": "Потрібне ім’я для входу: адреса або слово.",
        "settings.problem.taken": "Ім’я {name} зайняте; виберіть інше.",
        "settings.problem.several": "Пошту {name} мають кілька працівників: виберіть, чий це запис.",
        "settings.problem.left": "Працівник із поштою {name} уже не працює: виберіть, чий це запис.",
        "settings.problem.person_left":
            "{person} уже не працює, тож увійти не зміг би: виберіть когось іншого або спершу позначте, що людина працює.",
        "settings.problem.no_employee": "Такого працівника вже немає: виберіть іншого.",
        "settings.problem.has_account":
            "{person} уже має обліковий запис — {account}: дайте новий пароль там або відкрийте його знову.",
        "settings.problem.others_email":
            "{name} — пошта іншого працівника ({person}): виберіть його або введіть інше ім’я для входу.",
        "settings.problem.role": "Хто не є працівником, тому потрібна роль: виберіть її.",
        "settings.data.title": "Дані",
        "settings.data.deals": "Угод",
        "settings.data.log": "Записів у журналі угод",
        "settings.data.backup": "Остання резервна копія",
        "settings.data.no_backup": "командою liyka db backup ще не робили",
        "settings.data.import": "Імпорт {path}",
        "settings.data.files": "{count|# файлу|# файлів|# файлів|# файлу}",
        "settings.data.unfinished": "не завершено: запустіть знову",
        "settings.tokens":
            "З ними програми читають дані замість людей. Свої створюйте на сторінці [«Обліковий запис»](account).",
        "account.password": "Пароль",
        "account.sentence": "Змініть пароль, з яким входите.",
        "account.current": "Теперішній пароль",
        "account.new": "Новий пароль, щонайменше 10 символів",
        "account.change": "Змінити пароль",
        "account.changed": "Пароль змінено; усі інші ваші сеанси завершено.",
        "account.wrong": "Теперішній пароль інший. Введіть його ще раз.",
        "account.short": "Новий пароль закороткий: щонайменше {count|# символ|# символи|# символів|# символу}.",
    ]
}
