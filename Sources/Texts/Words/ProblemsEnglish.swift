extension English {
    static let problems: KeyValuePairs<String, String> = [
        "problem.home": "To the start page",
        "problem.back": "Go back",
        "problem.again": "Try again",
        "problem.notFound.title": "Not found",
        "problem.notFound.lead": "There is no such page or record, or it is not visible with your rights.",
        "problem.badRequest.title": "Request not understood",
        "problem.badRequest.lead":
            "The address holds a value that cannot be read. Check it, or begin at the start page.",
        "problem.basis.title": "Nothing to count on this basis",
        "problem.basis.lead": "Choose another basis.",
        "problem.basis.nothing.won": "There are no deals yet.",
        "problem.basis.nothing.paid":
            "No payment is recorded, so nothing can be counted by payments. Import payments.csv, or leave basis out to count what was won.",
        "problem.basis.nothing.shipped":
            "No shipment is recorded, so nothing can be counted by shipments. Import payments.csv with rows of kind shipped, or leave basis out to count what was won.",
        "problem.basis.nothing.margin":
            "No cost is recorded, so no margin can be counted. Import it with deals.csv, deal_lines.csv or products.csv, or leave basis out to count what was won.",
        "problem.basis.not_here":
            "This question follows deals up to the win and is answered by what was won alone. Leave basis out, or ask for a forecast, a backtest or the reports period, estimate or planfact, and not by deal.",
        "problem.parameter": "The parameter {parameter} cannot have the value “{value}”.",
        "problem.several.sources":
            "{parameter}={value}: several sources have this id. Say which one is meant: {names}.",
        "problem.several.titles": "{parameter}={value}: several deals are called so. Say which one is meant: {names}.",
        "problem.parameter.unknown": "There is no parameter {parameter} here. There are: {known}.",
        "problem.periods.too_many":
            "At most {most|# period|# periods} are measured at once. Ask from a later one, or up to an earlier one.",
        "problem.forbidden.title": "No right to do this",
        "problem.forbidden.lead": "This needs a right that you do not have. Ask an administrator.",
        "problem.staleForm.title": "The form was too old",
        "problem.staleForm.lead": "Go back, reload the page and try again. Nothing was changed.",
        "problem.tooMany.title": "Too many attempts",
        "problem.tooMany.lead": "Wait a little and try again.",
        "problem.broken.title": "Something went wrong",
        "problem.broken.lead": "The mistake is ours and is in the server’s log. Your data are safe.",
        "problem.crowded.title": "Many people are asking at once",
        "problem.crowded.lead": "The server is answering others. Reload the page in a few seconds.",
        "problem.busy.title": "Somebody else is writing",
        "problem.busy.lead":
            "The database did not come free in time: somebody is writing into it for long, such as an import. Nothing was half-written; try again in a few seconds.",
        "problem.unreachable.title": "The database cannot be reached",
        "problem.unreachable.lead":
            "The database server does not answer: it has stopped, or the way to it is cut. What was saved is safe, and pages are back by themselves as soon as it answers.",
        "problem.unreachable.lead.keeper":
            "Whoever looks after Liyka: start the database server. Its address and the reason stand in Liyka’s log; liyka db check says whether it answers.",
        "problem.unreachable.starting":
            "The database server is starting or stopping. Reload the page in a moment. If this stays so, whoever looks after Liyka finds the server’s address and the reason in Liyka’s log.",
        "problem.unreachable.crowded":
            "The database server takes no more connections. Reload the page in a moment. Whoever looks after the database server can raise its max_connections.",
        "problem.unreachable.refused":
            "The database server does not let Liyka in, or no longer has its database. What was saved is not touched. Whoever looks after Liyka finds the address and the reason in Liyka’s log, and liyka db check says whether it is well again.",
        "empty.noDeals.sentence": "There are no deals yet, so there is nothing to forecast from.",
        "empty.noDeals.needs":
            "A forecast needs the history of deals: when they were created, which stages they passed, how they ended. An export of your CRM is enough.",
        "empty.noDeals.next":
            "Next: [import deals](import), [look at the demo company](demo), [let people sign in](person).",
        "empty.noDeals.ask": "Ask an administrator to import deals.",
        "empty.noDeals.alerts": "There are no alerts: without deals there is nothing to watch yet.",
        "empty.noDeals.today": "Nothing is due today: no deals, calls or planned steps have been recorded yet.",
        "empty.noDeals.submissions": "It is too early to submit a forecast: there are no deals to compare it with.",
        "empty.noDeals.team": "The team cannot be shown yet: there are no deals.",
        "empty.noDeals.changes": "Nothing has changed yet: without deals there is no forecast.",
        "empty.nothingSeen.sentence": "There is nothing for you to see yet.",
        "empty.nothingSeen.needs":
            "You see your own deals and those of a department that you head. Ask an administrator to add you to one.",
        "empty.noHistory.sentence": "Accuracy cannot be measured yet.",
        "empty.measuring.sentence": "The accuracy is being measured.",
        "empty.measuring.needs":
            "Past periods are forecast anew, each from what was known then. That is done once, and of many deals takes from some seconds to some minutes; the page shows the result by itself.",
        "empty.way.again": "Look again",
        "empty.noHistory.needs": "It takes at least one full period in the past of which there are records.",
        "empty.beforeRecords.sentence": "Nothing had been recorded by that day.",
        "empty.beforeRecords.needs": "Choose a later date.",
        "empty.step.import.title": "Import deals",
        "empty.step.import.words": "A folder of CSV files; each refused row is named with its reason.",
        "empty.step.person.title": "Let somebody sign in",
        "empty.step.person.words": "ID is the employee’s own in the company’s data; the command asks for a password.",
        "empty.step.password.title": "Give a new password",
        "empty.step.password.words": "Open sessions of that person end.",
        "empty.step.backup.title": "Copy the database",
        "empty.step.backup.words": "While others work; the copy is whole.",
        "empty.adminHome.sentence": "An administrator looks after people and data, and sees no sales figures.",
        "empty.adminHome.needs": "These commands are run where the server is.",
        "empty.step.demo.title": "Look at the demo company",
        "empty.step.demo.words": "A made-up company with three years of deals, in a database of its own.",
        "empty.way.company": "To the forecast",
    ]
}
