import Foundation

/// What products and what sizes do, told apart together: a price makes the size, so either alone would take what is the
/// other's, and taking turns over all deals would come to the end of it slowly.
struct ProductsAndSizes {
    /// By deal: a product and a class of size in one number; -1 where neither is known.
    let codes: [Int32]
    private let products: Int
    private let sizes: Int
    private let line: SizeLine

    private static let rounds = 60
    private static let still = 1e-3

    /// Nil where there is nothing to tell apart, and where the pairs would be more than the deals.
    /// - Parameters:
    ///   - products: code of each deal's, -1 where it has none; and how many there are. `sizes` likewise.
    init?(products: [Int32], _ productCount: Int, sizes: [Int32], _ sizeCount: Int, line: SizeLine) {
        guard productCount > 1, sizeCount > 1, (productCount + 1) * (sizeCount + 1) <= products.count else {
            return nil
        }
        (self.products, self.sizes, self.line) = (productCount, sizeCount, line)
        let width = Int32(sizeCount + 1)
        // One row and one column more, for what is not known; the pair of both is the last.
        codes = zip(products, sizes).map { product, size in
            (product < 0 ? Int32(productCount) : product) * width + (size < 0 ? Int32(sizeCount) : size)
        }
    }

    var count: Int { (products + 1) * (sizes + 1) }

    /// Logarithms of the multipliers of either, by what its exits are over those expected without both.
    func logs(_ have: [Double], _ should: [Double]) -> (product: [Double], size: [Double]) {
        let width = sizes + 1
        var byProduct = [Double](repeating: 0, count: products)
        var bySize = [Double](repeating: 0, count: sizes)
        for product in 0...products {
            for size in 0...sizes {
                let exits = have[product * width + size]
                if product < products { byProduct[product] += exits }
                if size < sizes { bySize[size] += exits }
            }
        }
        var product = [Double](repeating: 0, count: products)
        var size = [Double](repeating: 0, count: sizes)
        for _ in 0..<ProductsAndSizes.rounds {
            let ofSizes = size.map(exp) + [1]
            let newProduct = (0..<products).map { row in
                Groups.shrunk(byProduct[row], (0...sizes).reduce(0) { $0 + should[row * width + $1] * ofSizes[$1] })
            }
            let ofProducts = newProduct.map(exp) + [1]
            var expected = [Double](repeating: 0, count: sizes)
            for row in 0...products {
                for column in 0..<sizes { expected[column] += should[row * width + column] * ofProducts[row] }
            }
            let newSize = line.logs(bySize, expected)
            let moved = zip(newProduct + newSize, product + size).reduce(0) { max($0, abs($1.0 - $1.1)) }
            (product, size) = (newProduct, newSize)
            if moved < ProductsAndSizes.still { break }
        }
        return (product, size)
    }

    /// By pair: the logarithm of both.
    func sums(_ product: [Double], _ size: [Double]) -> [Double] {
        (product + [0]).flatMap { own in (size + [0]).map { own + $0 } }
    }
}
