extension English {
    static let settings: KeyValuePairs<String, String> = [
        "page.settings": "Settings",
        "page.account": "Account",
        "settings.sentence":
            "*{open|# person|# people}* may sign in; {others|# employee|# employees} cannot yet. The database holds {deals|# deal|# deals}.",
        "settings.people": "Who may sign in",
        "settings.let_in": "Let somebody in…",
        "settings.add": "Let in",
        "settings.employee": "Employee",
        "settings.no_employee": "not an employee",
        "settings.role": "Role",
        "settings.name": "Sign-in name",
        "settings.role_note":
            "Whoever has the sign-in name as an e-mail is found without being chosen. An employee has the role of their own record; the choice is for an account that is no employee. The first password is made here; its owner changes it.",
        "settings.person": "Person",
        "settings.department": "Department",
        "settings.deeds": "What can be done",
        "settings.state.title": "Sign-in",
        "settings.state.open": "open",
        "settings.state.closed": "closed",
        "settings.renew": "New password",
        "settings.close": "Close sign-in",
        "settings.open": "Open sign-in",
        "settings.opened": "{name} signs in with the password",
        "settings.opened.whose": "It is the account of {person} and sees what that person may: {role}.",
        "settings.opened.whose.email":
            "It is the account of {person}, who has this e-mail, and sees what that person may: {role}.",
        "settings.once":
            "It is shown this once, and stored nowhere in readable form. Pass it on, and ask for it to be changed.",
        "settings.problem.empty": "A sign-in name is wanted: an address, or a word.",
        "settings.problem.taken": "The name {name} is taken; choose another.",
        "settings.problem.several": "Several employees have the e-mail {name}: choose whose account it is.",
        "settings.problem.left": "Whoever has the e-mail {name} no longer works here: choose whose account it is.",
        "settings.problem.person_left":
            "{person} no longer works here and could not sign in: choose somebody else, or have the person marked as working first.",
        "settings.problem.no_employee": "There is no such employee any more: choose another.",
        "settings.problem.has_account":
            "{person} can sign in already, as {account}: give a new password there, or open that account again.",
        "settings.problem.others_email":
            "{name} is the e-mail of {person}: choose that person, or type another sign-in name.",
        "settings.problem.role": "Whoever is no employee needs a role: choose one.",
        "settings.data.title": "Data",
        "settings.data.deals": "Deals",
        "settings.data.log": "Entries of the deal log",
        "settings.data.backup": "Last backup",
        "settings.data.no_backup": "none was made with liyka db backup",
        "settings.data.import": "Import of {path}",
        "settings.data.files": "{count|# file|# files}",
        "settings.data.unfinished": "not finished: run it again",
        "settings.tokens":
            "Programs read with these in the place of their persons. Yours are made under [Account](account).",
        "account.password": "Password",
        "account.sentence": "Change the password with which you sign in.",
        "account.current": "Present password",
        "account.new": "New password, at least 10 characters",
        "account.change": "Change the password",
        "account.changed": "The password is changed; every other session of yours has ended.",
        "account.wrong": "The present password is another. Type it again.",
        "account.short": "The new password is too short: at least {count|# character|# characters}.",
    ]
}
