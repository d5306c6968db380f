extension English {
    static let estimate: KeyValuePairs<String, String> = [
        "estimate.sentence":
            "{subject}revenue {period}: by template {template}, by statistics {statistical}, by the model *{model}*.",
        "estimate.sentence.over": "{subject}sales {period}: *{model}*.",
        "estimate.sentence.over.late":
            "{subject}sales {period}: *{model}*. The template still holds {late} here: deals that were to close in this period and are open to this day.",
        "estimate.sentence.no_template":
            "{subject}revenue {period}: by statistics {statistical}, by the model *{model}*; the template says nothing of stages without a probability.",
        "estimate.sentence.chance":
            "The largest gap is at the stage [“{stage}”](href), {gap}: of what is expected to close there, {template} are won some day by the template, {model} by the period’s end by the model.",
        "estimate.sentence.dates":
            "The largest gap is at the stage [“{stage}”](href), {gap}: the model expects {amount} from deals that the template does not count for this period.",
        "estimate.sums": "The whole period; the left part is won already",
        "estimate.sums.accuracy": "accuracy {accuracy}",
        "estimate.title": "What each stage is expected to bring",
        "estimate.said": "Three estimates for each stage. The same figures are in the table below.",
        "estimate.new": "New business",
        "estimate.from_won": "Deals won before",
        "estimate.won": "Won to date",
        "estimate.probability": "Template",
        "estimate.due": "Expected in the period",
        "estimate.gap": "Model − template",
        "estimate.why_title": "Of what the gap consists",
        "estimate.why": "probability {chance}, dates {dates}",
        "estimate.accuracy": "Accuracy over {periods|# past period|# past periods} from the same part of them",
        "estimate.measuring":
            "The accuracy of the three methods is being measured on past periods. It will be here shortly.",
        "estimate.note":
            "Probability: the same deals are won more or less often than the template says. Dates: deals that the template does not count for the period are won all the same.",
        "estimate.headline": "The company’s main estimate: {method}.",
    ]
}
