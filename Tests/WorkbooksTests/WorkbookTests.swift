import ReportDocuments
import SalesDomain
import Testing

@testable import Workbooks

@Suite("Workbooks") struct WorkbookTests {
    private static let hryvnia = Currency(code: "UAH")!

    private func sheet(_ cells: [ReportTable.Cell]) -> (xml: String, styles: String) {
        var styles = SheetStyles()
        let sheet = SheetXML(cells.map { _ in "what" }, [cells][...], &styles)
        return (String(decoding: sheet.bytes, as: UTF8.self), styles.xml)
    }

    @Test("the checksum is that of the standard's example")
    func checksum() { #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926) }

    @Test("what was deflated inflates to itself, whatever it is", arguments: 0..<60)
    func deflate(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var bytes: [UInt8] = []
        while bytes.count < seed * seed * 40 {
            let length = 1 + next(400)
            if next(3) == 0 || bytes.isEmpty {
                bytes += (0..<length % 40 + 1).map { _ in UInt8(next(256)) }
            } else {
                let from = next(bytes.count)
                for place in 0..<length { bytes.append(bytes[from + place % (bytes.count - from)]) }
            }
        }
        #expect(Inflate.read(Deflate.compressed(bytes)) == bytes)
    }

    @Test("a sheet of text becomes a small part of itself")
    func small() {
        let text = Array(String(repeating: "<c r=\"A1\" s=\"2\"><v>12.50</v></c>", count: 2_000).utf8)
        #expect(Deflate.compressed(text).count * 20 < text.count)
    }

    @Test("money stands to the last minor unit, as a number, with its currency in the format")
    func money() {
        let (xml, styles) = sheet([.money(123_456_789_012, Self.hryvnia), .money(-5, Self.hryvnia)])
        #expect(xml.contains("<c r=\"A2\" s=\"2\"><v>1234567890.12</v></c>"))
        #expect(xml.contains("<v>-0.05</v>"))
        #expect(styles.contains("formatCode=\"#,##0.00 &quot;₴&quot;\""))
    }

    @Test("a day is the number that spreadsheets count it by", arguments: [("1900-03-01", 61), ("2026-11-25", 46_351)])
    func day(iso: String, number: Int) {
        #expect(sheet([.day(Day(iso: iso)!)]).xml.contains("<v>\(number)</v>"))
    }

    @Test("text is never a formula", arguments: ["=cmd|' /C calc'!A0", "+380671234567", "-1+1", "@SUM(A1)"])
    func formula(text: String) {
        let (xml, styles) = sheet([.text(text)])
        #expect(!xml.contains("<f>") && xml.contains("t=\"inlineStr\""))
        #expect(styles.contains("quotePrefix=\"1\""))
        var table = ReportTable(header: ["title"])
        table.row([.text(text)])
        #expect(CSVText(table).text == "title\r\n'\(text)\r\n")
    }

    @Test("what XML cannot hold is left out, and what looks like an escape stays as it was written")
    func text() {
        #expect(SheetText.xml("a<b>&\"\u{1}\u{B}c") == "a&lt;b&gt;&amp;&quot;c")
        #expect(SheetText.xml("_x0041_ _y_") == "_x005F_x0041_ _y_")
        #expect(SheetText.cut(String(repeating: "ї", count: 40_000)).utf16.count == 32_767)
    }

    @Test("names of sheets are such as spreadsheets take, and each is there once")
    func names() {
        var names = SheetNames()
        #expect(names.add("Воронка: оцінка доходу") == "Воронка  оцінка доходу")
        #expect(names.add("[]:*?/\\") == "Sheet")
        let long = String(repeating: "я", count: 40)
        #expect(names.add(long).utf16.count == 31)
        #expect(names.add(long).hasSuffix(" 2"))
    }

    @Test(
        "columns are counted as spreadsheets do",
        arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func columns(index: Int, name: String) { #expect(SheetXML.column(index) == name) }

    @Test("the archive names every part, and the same table gives the same bytes")
    func archive() {
        var table = ReportTable(header: ["a"])
        table.row([.int(1)])
        let about = Workbook.About(title: "Deals", name: "About", lines: [("Scope", "Company")], language: .en)
        let bytes = Workbook(table, about).bytes
        #expect(bytes == Workbook(table, about).bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        for part in ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"] {
            #expect(text.contains(part))
        }
    }
}
