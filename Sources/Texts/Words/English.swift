enum English {
    static let areas = [
        frame, company, accuracy, deals, deal, doors, problems, commands, reports, funnel, estimate, planfact, compare,
        events, period, today, bonus, changes, record, carings, revive, bases,
        whatIf, team, submissions, actions, alerts, settings, series, schemes, schemeForm, columns, tokens,
    ]
}
