import SalesDomain
import Testing

@Suite("Who sees what")
struct VisibilityTests {
    // The cast: Oksana directs; Ivan heads Sales with its subteam West; Olena sells in West, Petro in Service.
    private let sales = Department(id: Key(1), name: "Sales", parent: nil)
    private let west = Department(id: Key(2), name: "West", parent: Key(1))
    private let service = Department(id: Key(3), name: "Service", parent: nil)
    private let oksana = Employee(id: Key(1), externalID: "d1", name: "Oksana", role: .director, active: true)
    private let ivan = Employee(id: Key(2), externalID: "h1", name: "Ivan", role: .head, active: true)
    private let olena = Employee(id: Key(3), externalID: "s1", name: "Olena", role: .seller, active: true)
    private let petro = Employee(id: Key(4), externalID: "s2", name: "Petro", role: .seller, active: true)
    private let gone = Employee(id: Key(5), externalID: "s3", name: "Gone", role: .director, active: false)
    private let today = Day(iso: "2026-11-18")!
    private var firm: Organisation {
        Organisation(
            departments: [sales, west, service], employees: [oksana, ivan, olena, petro, gone],
            memberships: [
                Membership(employee: ivan.id, department: sales.id, role: .head, isHead: true),
                Membership(employee: olena.id, department: west.id, role: .seller, isHead: false),
                Membership(
                    employee: petro.id, department: west.id, role: .seller, isHead: false, to: Day(iso: "2026-06-30")!),
                Membership(
                    employee: petro.id, department: service.id, role: .seller, isHead: false,
                    from: Day(iso: "2026-07-01")!),
            ])
    }

    private func may(_ employee: Employee, _ scope: Scope, on day: Day? = nil) -> Bool {
        Visibility.seen(by: .employee(employee.id), in: firm, on: today).allows(scope, in: firm, on: day ?? today)
    }

    @Test("a director sees the whole company")
    func director() {
        for scope in [Scope.company, .department(service.id), .employee(petro.id), .employee(nil), .department(nil)] {
            #expect(may(oksana, scope))
        }
    }

    @Test("a head sees the subtree and nothing beside it")
    func head() {
        #expect(may(ivan, .department(sales.id)) && may(ivan, .department(west.id)) && may(ivan, .employee(olena.id)))
        #expect(!may(ivan, .company) && !may(ivan, .department(service.id)) && !may(ivan, .employee(petro.id)))
        #expect(!may(ivan, .employee(nil)) && !may(ivan, .department(nil)))
        #expect(may(ivan, .employee(petro.id), on: Day(iso: "2026-05-01")!))
    }

    @Test("a seller sees own figures only")
    func seller() {
        #expect(may(olena, .employee(olena.id)))
        for scope in [Scope.company, .department(west.id), .employee(petro.id), .employee(nil)] {
            #expect(!may(olena, scope))
        }
    }

    @Test("a person who left sees nothing, whatever the role was")
    func left() { #expect(!may(gone, .company) && !may(gone, .employee(gone.id))) }

    @Test("scopes print and read back, and an unknown one is none")
    func scopes() {
        for scope in [Scope.company, .department(west.id), .employee(olena.id), .employee(nil), .department(nil)] {
            #expect(Scope(name: scope.name(in: firm), in: firm) == scope)
        }
        #expect(Scope(name: "department:Nowhere", in: firm) == nil)
        #expect(Scope(name: "everything", in: firm) == nil)
    }
}
