extension English {
    /// What all reports share.
    static let reports: KeyValuePairs<String, String> = [
        "page.brief.funnel": "Funnel",
        "page.brief.planfact": "Plan-fact",
        "page.brief.estimate": "Estimate",
        "page.report.funnel": "Funnel by amount",
        "page.report.planfact": "Plan against fact",
        "page.report.estimate": "Revenue estimate",
        "page.report.changes": "What changed",
        "report.no_stage": "stage not known",
        "report.stage": "Stage",
        "report.deals": "Deals",
        "report.amount": "Amount",
        "report.total": "Total",
        "report.pipeline.usual": "All sales",
        "file.about": "About",
        "file.company": "Company",
        "file.currency": "Currency of sums",
        "file.basis": "Basis",
        "file.by": "Made for",
        "file.forecast": "Forecast",
        "cli.xlsx.written": "Written: {path}",
    ]
}
