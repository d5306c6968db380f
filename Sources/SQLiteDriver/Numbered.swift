extension SQLiteStatement {
    /// `$2` becomes `?2`: to SQLite `$2` is a name, numbered by where it first stands, and swapped arguments would pass
    /// silently. What stands in quotes is left alone.
    static func numbered(_ text: String) -> String {
        var isQuoted = false
        return String(
            text.map { character in
                if character == "'" { isQuoted.toggle() }
                return character == "$" && !isQuoted ? "?" : character
            })
    }
}
