enum English {
    static let areas = [
        frame, company, accuracy, deals, deal, doors, problems, commands, reports, estimate, events, period, bonus,
    ]
}
