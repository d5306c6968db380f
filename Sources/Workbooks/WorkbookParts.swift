/// The parts of a workbook that only say what the others are.
struct WorkbookParts {
    let files: [(name: String, text: String)]

    init(_ sheets: [String], _ about: Workbook.About) {
        let numbers = sheets.indices.map { $0 + 1 }
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        func relation(_ id: Int, _ kind: String, _ target: String) -> String {
            "<Relationship Id=\"rId\(id)\" Type=\"\(kind)\" Target=\"\(target)\"/>"
        }
        files = [
            (
                "[Content_Types].xml",
                xml + "<Types xmlns=\"\(package)/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
                    + numbers.map {
                        "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(type).worksheet+xml\"/>"
                    }.joined() + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
                    + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                    + "</Types>"
            ),
            (
                "_rels/.rels",
                xml + "<Relationships xmlns=\"\(package)/relationships\">"
                    + relation(1, "\(relations)/officeDocument", "xl/workbook.xml")
                    + relation(2, "\(package)/relationships/metadata/core-properties", "docProps/core.xml")
                    + "</Relationships>"
            ),
            (
                "docProps/core.xml",
                xml + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(SheetText.xml(about.title))</dc:title>"
                    + "<dc:creator>Liyka</dc:creator><dc:language>\(about.language.rawValue)</dc:language>"
                    + "</cp:coreProperties>"
            ),
            (
                "xl/workbook.xml",
                xml + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
                    + zip(numbers, sheets).map {
                        "<sheet name=\"\(SheetText.xml($1))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>"
                    }.joined() + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                xml + "<Relationships xmlns=\"\(package)/relationships\">"
                    + numbers.map { relation($0, "\(relations)/worksheet", "worksheets/sheet\($0).xml") }.joined()
                    + relation(numbers.count + 1, "\(relations)/styles", "styles.xml") + "</Relationships>"
            ),
        ]
    }
}
