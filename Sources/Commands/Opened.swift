import LiveFacts
import SalesDomain
import SalesReports
import Wiring

extension Globals {
    /// The company's office on the named database, or a failure in words.
    func office(_ opening: Opening = .existing, at place: DatabaseAddress? = nil) throws -> Office {
        let place = place ?? address
        do {
            return Office(store: try place.open(opening), clock: .system)
        } catch {
            throw Failure.unusable(error.words(texts, place))
        }
    }

    /// Whoever has the database in hand sees everything.
    func reporter(_ office: Office) throws -> Reporter {
        let reporter = try office.live.reporter()
        let frame = reporter.facts.frame
        let isThere = !frame.pipelines.isEmpty || !frame.series.isEmpty || !frame.company.name.isEmpty
        guard isThere || reporter.facts.dealCount > 0 || !frame.organisation.employees.isEmpty else {
            throw Failure.unusable(texts("cli.database.no_company", ["path": .text(address.shown)]))
        }
        return reporter
    }
}

extension Reporter {
    var everything: Seen {
        Visibility.seen(by: .console, in: facts.organisation, on: facts.calendar.zone.day(of: now))
    }
}
