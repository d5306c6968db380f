extension Ukrainian {
    /// What all reports share.
    static let reports: KeyValuePairs<String, String> = [
        "page.brief.funnel": "Воронка",
        "page.brief.planfact": "План-факт",
        "page.brief.estimate": "Оцінка",
        "page.report.funnel": "Воронка: за сумою",
        "page.report.planfact": "Воронка: план-факт",
        "page.report.estimate": "Воронка: оцінка доходу",
        "page.report.changes": "Що змінилося",
        "report.no_stage": "етап невідомий",
        "report.stage": "Етап",
        "report.deals": "Угод",
        "report.amount": "Сума",
        "report.total": "Разом",
        "report.pipeline.usual": "Усі продажі",
        "file.about": "Про звіт",
        "file.company": "Компанія",
        "file.currency": "Валюта сум",
        "file.basis": "База обліку",
        "file.by": "Для кого",
        "file.forecast": "Прогноз",
        "cli.xlsx.written": "Записано: {path}",
    ]
}
