/// The two pipelines as the company has set them up.
enum PipelineSheet {
    static let sales = "Продажі"
    static let service = "Сервіс"
    static let serviceStages = ["Нове звернення", "У роботі", "Очікуємо клієнта"]
    static let solved = "Вирішено"
    static let withdrawn = "Скасовано"

    static var sheets: [Sheet] {
        var sheet = Sheet("pipelines.csv", "pipeline", "kind", "stage", "position", "probability", "outcome")
        let truth = DemoCompany.truth
        for (place, stage) in truth.stages.enumerated() {
            sheet.add(
                sales, "sales", stage.name, "\(place + 1)", Decimals.text(stage.template, places: 2), "open")
        }
        sheet.add(sales, "sales", truth.won, "\(truth.stages.count + 1)", "1", "won")
        sheet.add(sales, "sales", truth.lost, "\(truth.stages.count + 2)", "0", "lost")
        for (place, stage) in serviceStages.enumerated() {
            sheet.add(service, "service", stage, "\(place + 1)", "", "open")
        }
        sheet.add(service, "service", solved, "4", "1", "won")
        sheet.add(service, "service", withdrawn, "5", "0", "lost")
        return [sheet]
    }
}
