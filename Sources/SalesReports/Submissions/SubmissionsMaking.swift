package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's.
    package func submissions(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> SubmissionsReport {
        let forecast = try forecast(
            ForecastRequest(
                asOf: request.asOf, period: request.period, scope: request.scope, by: .employee,
                pipelines: request.pipelines), for: seen)
        let parts = if case .employee = request.scope { [forecast.whole] } else { forecast.parts }
        let maker = SubmissionsMaker(
            facts: facts.known(asOf: request.asOf), request: request,
            picture: pictures(request.asOf, request.pipelines),
            people: parts.compactMap { node in
                if case .scope(.employee(let id?)) = node.subject { return (id, node) }
                return nil
            })
        return SubmissionsReport(
            head: head(request), whole: forecast.whole, rows: maker.rows, track: maker.track)
    }
}

private struct SubmissionsMaker {
    let facts: Facts
    let request: ReportRequest
    let picture: CompanyPicture
    let people: [(id: Employee.ID, node: ForecastReport.Node)]

    var rows: [SubmissionsReport.Row] {
        let day = facts.calendar.zone.day(of: request.asOf)
        return people.compactMap { person -> SubmissionsReport.Row? in
            let said = facts.frame.submissions.said(of: person.id, in: request.period, before: request.asOf)
            guard let employee = facts.organisation.employee(person.id) else { return nil }
            let sells = employee.role == .seller && facts.organisation.works(employee, on: day)
            guard sells || !said.isEmpty || person.node.plan.quota != nil else { return nil }
            return SubmissionsReport.Row(employee: person.id, node: person.node, said: said)
        }
    }

    /// One person's period: what was said first, what the model said then, and what came.
    private struct Pair {
        let employee: Employee.ID
        let kind: Submission.Kind
        let said: Double
        let model: Double
        let came: Double
    }

    var track: [SubmissionsReport.Track] {
        let pairs = self.pairs
        return Submission.Kind.allCases.flatMap { kind -> [SubmissionsReport.Track] in
            let own = pairs.filter { $0.kind == kind }
            guard !own.isEmpty else { return [] }
            let alone = people.compactMap { person -> SubmissionsReport.Track? in
                let pairs = own.filter { $0.employee == person.id }
                return pairs.isEmpty ? nil : Self.track(pairs, of: person.id, kind)
            }
            return [Self.track(own, of: nil, kind)] + alone
        }
    }

    private var pairs: [Pair] {
        let today = picture.cut.today
        let known = Set(people.map(\.id))
        let over = facts.frame.submissions.filter {
            $0.made < request.asOf && $0.period.end <= today && $0.period.kind == request.period.kind
                && $0.model != nil && known.contains($0.employee)
        }.sorted { $0.made < $1.made }
        var won: [Period: WonTotals] = [:]
        var met = Set<[Int64]>()
        return over.compactMap { said -> Pair? in
            let key = [said.employee.number, Int64(said.period.start.number), said.kind == .submission ? 0 : 1]
            guard met.insert(key).inserted else { return nil }
            let totals =
                won[said.period]
                ?? WonTotals(
                    picture.cut, picture.people.nodes, from: said.period.start.number, to: said.period.end.number)
            won[said.period] = totals
            let came = picture.people.nodes(of: .employee(said.employee)).reduce(Int64(0)) {
                $0.plus(totals.amount[Int($1)])
            }
            return Pair(
                employee: said.employee, kind: said.kind, said: Double(said.amount), model: Double(said.model ?? 0),
                came: Double(came))
        }
    }

    private static func track(_ pairs: [Pair], of employee: Employee.ID?, _ kind: Submission.Kind)
        -> SubmissionsReport.Track
    {
        let came = pairs.reduce(0) { $0 + $1.came }
        func share(_ sum: Double) -> Double? { came > 0 ? sum / came : nil }
        func sum(_ value: (Pair) -> Double) -> Double { pairs.reduce(0) { $0 + value($1) } }
        return SubmissionsReport.Track(
            employee: employee, kind: kind, pairs: pairs.count, said: share(sum { abs($0.said - $0.came) }),
            model: share(sum { abs($0.model - $0.came) }), saidBias: share(sum { $0.said - $0.came }),
            modelBias: share(sum { $0.model - $0.came }), nearer: nearer(pairs))
    }

    /// By more than a standard error over six or more.
    private static func nearer(_ pairs: [Pair]) -> SubmissionsReport.Nearer? {
        guard pairs.count >= 6 else { return nil }
        let gains = pairs.map { abs($0.model - $0.came) - abs($0.said - $0.came) }
        let number = Double(gains.count)
        let mean = gains.reduce(0, +) / number
        let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (number - 1)
        guard abs(mean) > (variance / number).squareRoot() else { return nil }
        return mean > 0 ? .person : .model
    }
}
