/// By factor of `Groups` and deal: its code, -1 where the factor says nothing of it.
struct DealCodes: Sendable {
    private let owner: [Int32]
    private let product: [Int32]
    private let source: [Int32]
    private let account: [Int8]
    /// Classes of size, written out for every deal; nil where they are read off when asked for.
    private let sizes: [Int32]?
    private let size: @Sendable (Int) -> Int32
    /// Nil where they are not looked at.
    let kinds: DealKinds?

    /// - Parameters:
    ///   - sizes: class of each deal.
    ///   - kinds: by the same codes.
    init(_ history: History, sizes: [Int32], kinds: DealKinds? = nil) {
        self.kinds = kinds
        (owner, product, source, account) = (history.owner, history.product, history.source, history.returning)
        self.sizes = sizes
        size = { sizes[$0] }
    }

    /// Sizes by bounds that were learned before; read only of deals that are asked for.
    init(_ history: History, sizeBounds: [Double]) {
        (owner, product, source, account) = (history.owner, history.product, history.source, history.returning)
        sizes = nil
        kinds = nil
        size = { Groups.size(history.firstAmount(of: $0), sizeBounds) }
    }

    func code(_ deal: Int, _ factor: Groups.Factor) -> Int32 {
        switch factor {
        case .owner: owner[deal]
        case .product: product[deal]
        case .source: source[deal]
        case .account: Int32(account[deal])
        case .amount: size(deal)
        }
    }

    /// For millions of deals: nothing is checked, nothing is counted.
    func reading<Answer>(_ body: (View) -> Answer) -> Answer {
        owner.withUnsafeBufferPointer { owner in
            product.withUnsafeBufferPointer { product in
                source.withUnsafeBufferPointer { source in
                    account.withUnsafeBufferPointer { account in
                        (sizes ?? []).withUnsafeBufferPointer { sizes in
                            body(
                                View(
                                    owner: owner, product: product, source: source, account: account, sizes: sizes,
                                    size: size))
                        }
                    }
                }
            }
        }
    }

    /// Valid only within `reading`.
    struct View {
        let owner: UnsafeBufferPointer<Int32>
        let product: UnsafeBufferPointer<Int32>
        let source: UnsafeBufferPointer<Int32>
        let account: UnsafeBufferPointer<Int8>
        fileprivate let sizes: UnsafeBufferPointer<Int32>
        fileprivate let size: (Int) -> Int32

        @inline(__always) func size(of deal: Int) -> Int32 { sizes.isEmpty ? size(deal) : sizes[deal] }
    }
}
