extension English {
    static let commands: KeyValuePairs<String, String> = [
        "cli.command.bad": "there is no command “{value}”. `liyka --help` lists them.",
        "cli.database.absent":
            "there is no database at {path}. Make one with `liyka import FOLDER` or `liyka demo`, or name another with --database.",
        "cli.database.folder_absent":
            "there is no folder {path} to make a database in. Make the folder first, or name another path.",
        "cli.database.postgres":
            "this is done with an SQLite file only, not with a PostgreSQL database. Name a file with --database.",
        "cli.move.done":
            "Copied to {path}: {rows|# row|# rows}, read again and compared. Point --database or LIYKA_DATABASE at it now: what is written to the former database from here on stays there.",
        "cli.move.not_empty":
            "{path} is not empty, and was left as it is. A company is copied into an empty database only.",
        "cli.move.differs":
            "what was read again from {path} is not what was written (table {table}). Nothing was kept there.",
        "cli.server.server":
            "{path}: the database server does not answer ({cause}). Is it running, and does the address name its host, port or socket?",
        "cli.server.sign_in":
            "{path}: the database server does not let this user in ({cause}). Check the name and the password; PGPASSWORD or ~/.pgpass may hold it.",
        "cli.server.denied":
            "{path}: this user of the database may not do that ({cause}). Have its owner grant the right, or sign in as another. Nothing was half-written.",
        "cli.server.database":
            "{path}: the server has no such database ({cause}). Make it with `createdb`, or name another.",
        "cli.server.crowded":
            "{path}: the database server takes no more connections ({cause}). Try again, or raise its max_connections.",
        "cli.server.starting": "{path}: the database server is starting or stopping ({cause}). Try again in a moment.",
        "cli.server.lost": "{path}: the connection to the database server broke ({cause}). Nothing was half-written.",
        "cli.server.address":
            "{path} cannot be read as an address of a database ({cause}). Write postgres://user@host/name?schema=acme.",
        "cli.database.cannot_open": "{path} cannot be opened as a database: {cause}",
        "cli.database.foreign":
            "{path} is not a Liyka database and was left untouched. Name another file with --database.",
        "cli.database.too_new":
            "{path} was made by a later version of Liyka (schema {found}, this program knows {known}). Use that version.",
        "cli.database.too_old":
            "{path} is of an earlier version (schema {found}, this program needs {known}). Bring it up to date with `liyka db migrate`.",
        "cli.database.busy": "{path} is being written by somebody else and did not come free. Try again.",
        "cli.database.unwritable": "{path} was not written: {why} Nothing was half-written.",
        "cli.obstacle.full": "there is no room left on that disk. Free some, or choose another place.",
        "cli.obstacle.quota": "the disk quota of this user is used up. Free some room, or have the quota raised.",
        "cli.obstacle.read_only":
            "that disk is mounted for reading only. Mount it for writing, or choose another place.",
        "cli.obstacle.denied":
            "this user may not write there. Run the program as the owner, or change the rights of the file and its folder.",
        "cli.obstacle.failing":
            "the disk reports an input/output error. Look into the system’s log and check the disk before anything else is written.",
        "cli.obstacle.no_place":
            "there is no such folder, or something else stands in its place. Make the folder, or name another.",
        "cli.obstacle.other": "the system refused it. Its log may say more.",
        "cli.database.damaged":
            "{path} is damaged: {cause}. `liyka db check` says more; `liyka db restore` brings back a backup.",
        "cli.database.broken": "the database refused the change ({cause}). Nothing was written.",
        "cli.database.not_empty":
            "{path} already holds a company. `liyka demo` fills an empty database only: name another with --database. If filling it was cut short, delete the file and begin again.",
        "cli.database.no_company":
            "{path} holds no company yet. Bring one in with `liyka import FOLDER`, or try `liyka demo`.",
        "cli.instant.bad":
            "--{option} {value}: this is no day or instant. Write 2017-10-01 or 2017-10-01T14:30:00+03:00.",
        "cli.instant.later":
            "--as-of {value} lies in the future: a forecast can be made as of now or of a day that has passed.",
        "cli.period.bad":
            "--{option} {value}: this is no period. Write 2017-10, 2017-Q4, 2017 or 2017-10-01..2017-11-15.",
        "cli.period.long":
            "--{option} {value}: this period is too long. Ask for at most {days|# day|# days} at once.",
        "cli.series.none": "nothing of that kind was counted before this instant: there is nothing to forecast from.",
        "cli.series.ahead": "--ahead {value}: write a number from 1 to 400.",
        "cli.series.unknown": "--series {value}: there is no such series. There are: {known}.",
        "cli.series.kind": "--kind {value}: this is not counted. There are: {known}.",
        "cli.series.start": "from",
        "cli.series.end": "to",
        "cli.series.to_date": "so far",
        "cli.series.mean": "expected",
        "cli.series.low": "8 of 10: from",
        "cli.series.high": "up to",
        "cli.series.accuracy":
            "Accuracy over {periods|# past period|# past periods}: {model}; last period {last}, mean of three {mean3}; in the band {coverage}",
        "cli.series.known": "Numbers are known up to {day}; what comes after it is forecast.",
        "cli.series.untold":
            "Gaps between the numbers: {holes}; the mean of those around is taken for them.",
        "cli.if.bad":
            "{value} supposes nothing. Say lost:DEAL, won:DEAL, close:DEAL:DAY, amount:DEAL:SUM or reference:PIPELINE/STAGE.",
        "cli.scope.bad":
            "--scope {value}: there is no such department or employee. Write company, department:NAME or employee:ID.",
        "cli.id.several":
            "{option} {value}: several sources have this id. Say which one is meant: {names}.",
        "cli.pipeline.bad": "--pipeline {value}: there is no such pipeline. There are: {known}.",
        "cli.horizons.bad": "--horizons {value}: write fractions from 0 up to 1, parted by commas, as 0,0.33,0.67.",
        "cli.backtest.no_periods":
            "there is no full period to measure on yet: the company's past is shorter than one {kind}.",
        "cli.backtest.naive": "{level}, {horizon}: “{method}” is more accurate than the model, by more than chance.",
        "cli.date.bad": "--{option} {value}: this is no day. Write 2026-11-18.",
        "cli.number.bad": "--{option} {value}: write a whole number from {low} to {high}.",
        "cli.import.nothing": "{path}: there is no such file or folder.",
        "cli.import.no_files": "{path}: this folder has no file of the exchange format (deals.csv, deal_log.csv …).",
        "cli.import.file":
            "{file}: {read|# row|# rows} read, {added} added, {changed} changed, {unchanged} unchanged, {rejected} rejected",
        "cli.import.ignored": "{file}: ignored, as the format has no such columns: {names}",
        "cli.import.ignored.mapped": "{file}: ignored, as the mapping does not read these columns: {names}",
        "cli.import.no_heading": "(no heading)",
        "cli.import.passed_over": "Not read, as by their names they are no files of the exchange format: {names}",
        "cli.import.passed_over.mapped": "Not read, as the mapping has no table for files of these names: {names}",
        "cli.import.made": "Made, as rows name them and no file tells of them: {names}.",
        "cli.import.made.department": "{count|# department|# departments}",
        "cli.import.made.employee": "{count|# employee|# employees}",
        "cli.import.made.product": "{count|# product|# products}",
        "cli.import.made.account": "{count|# account|# accounts}",
        "cli.import.made.pipeline": "{count|# pipeline|# pipelines}",
        "cli.import.made.stage": "{count|# stage|# stages}",
        "cli.refusal.line": "line {line}",
        "cli.refusal.more": "… and {count|# more row|# more rows}; --rejects FILE keeps them all",
        "cli.import.running":
            "Another import into {path} is running. Nothing was written: wait until it ends, and run this one again.",
        "cli.import.dry": "Dry run: nothing was written.",
        "cli.import.rejects": "Rejected rows are in {path}, each with its reason.",
        "cli.mapping.absent":
            "there is no mapping {path}. `liyka import {file} --start-mapping {path}` writes one to begin with, guessed from the headings of {file}.",
        "cli.mapping.tables":
            "{files|# file|# files} and {tables|# table|# tables}: say which is which with one --table NAME for each file, in their order.",
        "cli.mapping.exists": "{path} is there already. Name a new file, so that nobody's mapping is overwritten.",
        "cli.mapping.written":
            "{path} is a mapping to begin with. These are guesses from the headings and the first rows of {file}; look them through:",
        "cli.mapping.unused": "Taken for nothing: {names}.",
        "cli.mapping.missing":
            "Nothing looks like {names}: say under \"columns\" where it comes from, else the import is refused.",
        "cli.mapping.next": "Then: liyka import {files} --mapping {path} --dry-run",
        "cli.import.done": "Imported into {path}.",
        "cli.export.done": "Exported to {path}.",
        "cli.export.not_empty": "{path} is not empty. Name a new folder, so that nothing is overwritten.",
        "cli.demo.done": "The demo company is in {path}. Sign in with the password {password} as:",
        "cli.serve.address": "Liyka is at {address}",
        "cli.serve.code": "First run: open {address} and enter the code {code}",
        "cli.serve.port": "port {port} is taken. Name another with --port.",
        "cli.report.no_meaning":
            "`liyka report {report}` makes nothing of {option}; it goes with: {takers}.",
        "cli.report.cuts": "`liyka report {report}` is not given by {by}, but by: {cuts}.",
        "cli.user.exists":
            "there is a user {name} already. Choose another name, or set a new password with `liyka user password {name}`.",
        "cli.user.absent": "there is no user {name}. `liyka user list` shows all.",
        "cli.user.added": "User {name} may sign in now.",
        "cli.user.password_set": "The password of {name} is changed; open sessions have ended.",
        "cli.user.password_short": "the password is too short: at least {count|# character|# characters}.",
        "cli.user.password_ask": "Password for {name}: ",
        "cli.user.password_none": "no password was given: write it on standard input.",
        "cli.user.name_bad": "{name} cannot be a sign-in name: 1 to 100 characters without spaces.",
        "cli.user.role_needed": "--role or --employee is needed: no employee has the e-mail {name}.",
        "cli.user.tied":
            "It is the account of {person} ({id}), who has this e-mail, and sees what that person may: {role}.",
        "cli.user.tied_named": "It is the account of {person} ({id}), and sees what that person may: {role}.",
        "cli.user.role_kept": "--role has no effect: the role of {person} is what the books of employees say, {role}.",
        "cli.user.employees_several":
            "several employees have the e-mail {name}: {ids}. Say whose account it is with --employee.",
        "cli.user.employee_left":
            "whoever has the e-mail {name} no longer works here. Say whose account it is with --employee.",
        "cli.user.person_left":
            "{person} ({id}) no longer works here and could not sign in. Name somebody who does, or import employees.csv with `active` first.",
        "cli.user.employee_absent": "--employee {value}: there is no such employee. Use the company's own id, as s01.",
        "cli.check.unfinished":
            "An import of {path} has begun and not ended. If none is running, it was stopped: run it again.",
        "cli.check.whole": "The database is whole.",
        "cli.check.fault": "fault: {words}",
        "cli.backup.done": "Backup written to {path}.",
        "cli.backup.exists": "{path} is there already. Name a new file, so that no backup is overwritten.",
        "cli.restore.done": "Restored from {path}. The former database was kept as {kept}.",
        "cli.restore.done_new": "Restored from {path}.",
        "cli.restore.bad": "{path} is no whole Liyka backup ({cause}). The database was left as it is.",
        "cli.restore.not_whole":
            "the backup is not whole: {count|# fault|# faults} found. The database was left as it is.",
        "cli.database.in_use":
            "{path} is open elsewhere, by a server perhaps. Stop it and try again; nothing was changed.",
        "cli.output.cannot_write": "The answer cannot be written to standard output: is the disk full?",
        "cli.file.cannot_write": "{path} cannot be written: {why}",
        "cli.migrate.done": "The database is of schema {number} now.",
        "cli.migrate.current": "The database is up to date (schema {number}).",
        "cli.forecast.heading": "{scope} · {period} · as of {moment}",
        "cli.forecast.whose": "whose",
        "cli.forecast.won": "won",
        "cli.forecast.open": "open",
        "cli.forecast.new": "new",
        "cli.forecast.mean": "forecast",
        "cli.forecast.range": "8 cases of 10",
        "cli.forecast.plan": "plan",
        "cli.forecast.probability": "probability",
        "cli.forecast.template": "template",
        "cli.forecast.statistical": "statistical",
        "cli.forecast.deal": "deal",
        "cli.forecast.in_period": "in period",
        "cli.forecast.ever": "ever",
        "cli.forecast.close": "expected close",
        "cli.forecast.value": "value",
        "cli.backtest.level": "level",
        "cli.backtest.horizon": "made at",
        "cli.backtest.periods": "periods",
        "cli.backtest.coverage": "in the band",
        "cli.backtest.ceiling": "ceiling",
        "cli.method.template": "template",
        "cli.method.statistical": "statistical",
        "cli.method.model": "model",
        "cli.method.naive_last": "last period",
        "cli.method.naive_mean3": "mean of 3",
    ]
}
