import ArgumentParser
import Evaluator
import JSON
import Platform

/// `binhxet compile PACK`
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write a pack as one JSON file, checked and complete, for pages in a browser.",
    discussion: """
      Example:
        binhxet compile rules/ba-to-2021 --output ba-to-2021.json
      """)

  @OptionGroup var pack: PackOptions

  @Option(
    name: .shortAndLong, help: "File for the result, written whole or not at all (default: standard output).",
    completion: .file())
  var output: String?

  func run() throws {
    let stored = try pack.load().stored
    try Failures.reported(pack.lang) {
      let target = try OutputTarget(output)
      try target.write(stored + [UInt8(ascii: "\n")])
      try target.finish()
    }
  }
}
