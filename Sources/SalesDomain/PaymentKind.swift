package enum PaymentKind: String, Sendable, CaseIterable { case expected, paid, shipped, refund }
