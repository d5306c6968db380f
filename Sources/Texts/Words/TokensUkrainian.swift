extension Ukrainian {
    static let tokens: KeyValuePairs<String, String> = [
        "tokens.title": "Токени для програм",
        "tokens.sentence":
            "Програма з токеном читає замість вас: те, що видно вам, і нічого більше. Змінити вона нічого не може. Коли ваш обліковий запис закриють, його токени припинять діяти.",
        "tokens.none": "Токенів ще немає.",
        "tokens.make": "Створити токен…",
        "tokens.name": "Для чого він",
        "tokens.until": "Останній день, якщо є",
        "tokens.add": "Створити",
        "tokens.column.name": "Токен",
        "tokens.column.made": "Створено",
        "tokens.column.until": "Останній день",
        "tokens.column.used": "Востаннє вжито",
        "tokens.no_end": "безстроково",
        "tokens.never": "ще ні",
        "tokens.over": "уже не діє",
        "tokens.withdraw": "Відкликати",
        "tokens.made": "Токен «{name}»:",
        "tokens.once": "Його показано лише раз, у читаному вигляді він ніде не зберігається. Скопіюйте його зараз.",
        "tokens.use": "Програма надсилає його в заголовку на адреси, що починаються з /api:",
        "tokens.problem.empty": "Скажіть, для чого токен.",
        "tokens.problem.taken": "Токен «{name}» у вас уже є: назвіть інакше або відкличте той.",
        "tokens.problem.over": "Останній день уже минув: виберіть пізніший.",
        "tokens.problem.many":
            "У вас уже {most|# токен|# токени|# токенів|# токена}: відкличте той, яким ніхто не користується.",
        "problem.token":
            "Цей токен нічого не відкриває: він невідомий, відкликаний або вже не діє. Створіть інший на сторінці «Обліковий запис» і надсилайте його як «Authorization: Bearer …».",
        "cli.token.made":
            "{name} читає замість користувача {user}, доки його не відкличуть. Токен показано лише раз; бережіть його.",
        "cli.token.made_until":
            "{name} читає замість користувача {user} по {until} включно. Токен показано лише раз; бережіть його.",
        "cli.token.withdrawn": "Токен {name} користувача {user} більше нічого не відкриває.",
        "cli.token.none": "Токенів немає. Створити: `liyka token add НАЗВА --user ХТО`.",
        "cli.token.name_empty": "токен потребує назви: скажіть, для чого він.",
        "cli.token.name_taken":
            "токен {name} у користувача {user} вже є. Назвіть інакше або відкличте той: `liyka token remove`.",
        "cli.token.over": "--until {value} вже минуло: вкажіть сьогодні або пізніший день.",
        "cli.token.until_bad": "--until {value}: це не день. Напишіть як 2027-03-31.",
        "cli.token.many":
            "користувач {user} вже має {most|# токен|# токени|# токенів|# токена}. Відкличте якийсь: `liyka token remove`.",
        "cli.token.shut":
            "{user} не може входити: обліковий запис закрито або людина вже не працює. Токен нічого б не відкрив.",
        "cli.token.absent": "токена {value}, щоб його відкликати, немає. Усі покаже `liyka token list`.",
        "cli.token.column.id": "№",
        "cli.token.column.name": "токен",
        "cli.token.column.user": "чий",
        "cli.token.column.state": "стан",
        "cli.token.column.until": "останній день",
        "cli.token.column.used": "востаннє вжито",
        "cli.token.state.works": "діє",
        "cli.token.state.expired": "строк минув",
        "cli.token.state.withdrawn": "відкликано",
        "cli.token.state.shut": "людини немає",
    ]
}
