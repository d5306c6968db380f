import Commands

@main struct Liyka {
    static func main() {}
}
