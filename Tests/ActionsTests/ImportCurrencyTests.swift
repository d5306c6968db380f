import Actions
import Exchange
import Ledger
import SalesDomain
import Testing

@Suite("The currency of a company that has not said it") struct ImportCurrencyTests {
    private func base(_ desk: ImportDesk) throws -> String {
        try desk.store.read { try $0.settings.company().baseCurrency.code }
    }

    private func deals(_ currencies: [String]) -> String {
        Small.header + currencies.enumerated().map { Small.deal("d\($0)", currency: $1) }.joined()
    }

    private func taken(_ report: ImportReport) -> [ImportWarning.Matter] {
        report.warnings.map(\.matter).filter { if case .currencyTaken = $0 { true } else { false } }
    }

    @Test(
        "is the one that its amounts are in, wherever its pipelines come, and that is said once",
        arguments: [["deals"], ["pipelines deals"], ["pipelines", "deals"], ["deals", "pipelines"]])
    func only(imports: [String]) throws {
        let desk = try ImportDesk()
        let files = ["deals": deals(["EUR", ""]), "pipelines": Small.pipelines]
        var said: [ImportWarning.Matter] = []
        for names in imports + imports {
            let some = names.split(separator: " ").map(String.init)
            let report = try desk.take(
                Dictionary(uniqueKeysWithValues: some.map { ("\($0).csv", files[$0] ?? "") }))
            #expect(report.isClean, "\(report.rejected)")
            said += taken(report)
        }
        let euro = try #require(Currency(code: "EUR"))
        #expect(said == [.currencyTaken(euro, .only)])
        #expect(try base(desk) == "EUR")
        #expect(try desk.now("d1").currency == euro)
    }

    @Test("is the one that has no rates, else the usual one, which is said with the way to mend it")
    func rates() throws {
        let rates = "date,currency,rate\n2024-01-01,USD,41\n"
        let (usd, uah) = (try #require(Currency(code: "USD")), try #require(Currency(code: "UAH")))
        for (currencies, rates, expected) in [
            (["UAH", "USD"], rates, ImportWarning.Matter.currencyTaken(uah, .unquoted)),
            (["USD"], rates, .currencyTaken(uah, .usual(named: [usd]))),
            (["USD", "UAH"], "", .currencyTaken(uah, .usual(named: [uah, usd]))),
            ([""], "", .currencyTaken(uah, .usual(named: []))),
        ] {
            let desk = try ImportDesk()
            let files = ["deals.csv": deals(currencies), "rates.csv": rates].filter { !$0.value.isEmpty }
            let report = try desk.take(files)
            #expect(taken(report) == [expected])
            #expect(try base(desk) == "UAH")
            for language in Company.Language.allCases {
                let words = report.warnings.map { $0.words(in: language) }
                #expect(words.contains { $0.contains("UAH") && $0.contains("base_currency") })
            }
            #expect(try taken(desk.take(["deals.csv": deals(["EUR"])])) == [])
            #expect(try base(desk) == "UAH")
        }
    }

    @Test("prices that come before the deals are in it")
    func prices() throws {
        let desk = try ImportDesk()
        try desk.take(["products.csv": "product,price\nBolt,5\n", "deals.csv": deals(["EUR"])])
        #expect(try desk.store.read { try $0.products.find("Bolt")?.row.currency?.code } == "EUR")
    }

    @Test("is not guessed where company.csv says it, nor before there are amounts; a dry run writes none")
    func said() throws {
        let desk = try ImportDesk()
        #expect(try taken(desk.take(["pipelines.csv": Small.pipelines])) == [])
        #expect(try taken(desk.take(["deals.csv": deals(["EUR"])], dry: true)).count == 1)
        let company = "key,value\nbase_currency,PLN\n"
        #expect(try taken(desk.take(["company.csv": company, "deals.csv": deals(["EUR"])])) == [])
        #expect(try base(desk) == "PLN")
    }

    @Test("is left open where no row can be taken and none names one, so that the mended file decides")
    func refused() throws {
        let desk = try ImportDesk()
        let wrong = Small.header + Small.deal("d1", currency: "", created: "05.01.2024")
        #expect(try taken(desk.take(["deals.csv": wrong])) == [])
        #expect(try taken(desk.take(["deals.csv": deals(["EUR"])])).count == 1)
        #expect(try base(desk) == "EUR")
    }

    @Test("a rate of the base currency itself is spoken of")
    func ownRate() throws {
        let report = try ImportDesk().take([
            "company.csv": "key,value\nbase_currency,UAH\n",
            "rates.csv": "date,currency,rate\n2024-01-01,USD,41\n2024-01-01,UAH,1\n2024-01-02,UAH,41\n",
        ])
        #expect(report.warnings.map(\.line) == [4])
        #expect(report.warnings.first?.words(in: .uk).contains("UAH") == true)
    }
}
