/// One open deal as each method sees it, before the whole is mixed with the time series and spread over the tree.
package struct OpenChance: Sendable {
    /// Its index in the history.
    package let deal: Int32
    /// To be won in the period, by the model and by statistics.
    package let model: Double
    package let statistical: Double
    /// The stage's probability when the deal is expected in the period, else 0; NaN where nobody said a probability.
    package let template: Double
    /// The template counts it for this period.
    package let isDue: Bool
    /// If it is won, minor units: as the model has it, and as it was said (amount, else price, else average).
    package let modelValue: Double
    package let value: Double
}

extension OpenChance {
    /// The same deal, whatever it is worth, worth this.
    package func worth(_ value: Double) -> OpenChance {
        OpenChance(
            deal: deal, model: model, statistical: statistical, template: template, isDue: isDue, modelValue: value,
            value: value)
    }

    /// Of every open deal, in order of the history.
    static func all(
        _ open: [OpenDeal], _ history: History, _ values: OpenValue, _ model: PipelineModel, _ statistical: Statistical,
        _ template: Template
    ) -> [OpenChance] {
        zip(zip(open, model.deals), zip(statistical.chances, template.chances)).map { deal, chances in
            let (row, bet) = deal
            return OpenChance(
                deal: row.deal, model: bet.chance, statistical: chances.0, template: chances.1 ?? 0,
                isDue: chances.1 != nil, modelValue: bet.value,
                value: values.value(
                    amount: row.amount, product: history.product[Int(row.deal)],
                    pipeline: history.pipeline[Int(row.deal)],
                    moneyless: history.moneyless[Int(row.deal)]))
        }
    }
}
