import Testing
@testable import SalesFacts

