import Commands
import Foundation

@main struct Liyka {
    static func main() async {
        exit(await LiykaCommandLine.run(Array(CommandLine.arguments.dropFirst())))
    }
}
