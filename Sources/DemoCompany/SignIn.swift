import SalesDomain

extension DemoCompany {
    /// Somebody who can sign in to the demo at once.
    package struct SignIn: Sendable {
        /// As in employees.csv.
        package let employeeID: String
        /// What is typed to sign in; shaped as an address, and nobody's.
        package let name: String
        package let role: Role
    }

    /// The seller is the one with the planted weakness; the head is that seller's.
    package static let signIns = [
        SignIn(employeeID: "d01", name: "director@obrii.example", role: .director),
        SignIn(employeeID: "h01", name: "head@obrii.example", role: .head),
        SignIn(employeeID: "s01", name: "seller@obrii.example", role: .seller),
        SignIn(employeeID: "a01", name: "admin@obrii.example", role: .admin),
    ]

    /// For the demo alone: everybody may know it.
    package static let password = "liyka-demo"
}
