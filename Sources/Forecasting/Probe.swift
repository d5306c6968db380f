package func probe(_ history: History, _ nodes: Nodes, _ question: Question) -> (Double, Double) {
    let book = Book(history, nodes)
    let moment = Moment(book)
    let model = PipelineModel(
        moment, Process(book, until: history.today), period: question.period, shares: NewBusinessShares(moment),
        keepDeals: false)
    return (model.open.amount[0] + model.new.amount[0], model.new.amount[0])
}
