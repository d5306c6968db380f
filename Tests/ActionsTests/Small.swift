/// The smallest company that shows something: one deal open, one won, one lost.
enum Small {
    static let header =
        "deal_id,title,pipeline,owner_id,amount,currency,created_at,expected_close,stage,status,closed_at,lost_reason\n"

    static let deals =
        header + """
            d1,One,Sales,s1,100.00,UAH,2024-01-10,2024-03-01,Offer,open,,
            d2,Two,Sales,s2,250.50,UAH,2024-01-11T09:00:00+02:00,,Won,won,2024-02-05,
            d3,Three,Sales,s1,,UAH,2024-01-12,,Lost,lost,2024-02-06,too dear

            """

    static let log = """
        deal_id,changed_at,field,old,new,by
        d1,2024-01-10,stage,,New,s1
        d2,2024-01-11T09:00:00+02:00,stage,,New,s2
        d3,2024-01-12,stage,,New,s1
        d1,2024-01-20,stage,New,Offer,s1
        d2,2024-02-05,stage,New,Won,s2
        d3,2024-02-06,stage,New,Lost,s1

        """

    static let pipelines = """
        pipeline,kind,stage,position,probability,outcome
        Sales,sales,New,1,0.1,open
        Sales,sales,Offer,2,0.5,open
        Sales,sales,Won,3,1,won
        Sales,sales,Lost,4,0,lost

        """

    /// One deal of the header's columns.
    static func deal(
        _ id: String, amount: String = "100", currency: String = "UAH", created: String = "2024-01-10",
        expected: String = "", stage: String = "New", status: String = "open", closed: String = "", reason: String = ""
    ) -> String {
        "\(id),,Sales,s1,\(amount),\(currency),\(created),\(expected),\(stage),\(status),\(closed),\(reason)\n"
    }
}
