import ArgumentParser
import Foundation
import JSON
import Reports
import RulePacks
import RuleReview

/// `binhxet test PACKS…`
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the cases beside packs.",
    discussion: """
      Example:
        binhxet test rules/ba-to-2021 --filter growth
      """)

  @Argument(help: "Folders of rule packs.", completion: .directory)
  var packs: [String]

  @Option(name: .long, help: "Only cases whose name contains this text.")
  var filter: String?

  func run() throws {
    var failed = 0
    var passed = 0
    let target = try OutputTarget(nil)
    for pack in packs {
      let suite = CaseSuite(folder: pack, loader: PackLoader(registry: BinhXetCommand.kinds))
      var output: [UInt8] = []
      for error in suite.errors {
        failed += 1
        output.line("\(pack)/\(error.file):\(error.line):\(error.column): \(error.reason)")
      }
      for outcome in suite.run(filter: filter) {
        guard !outcome.differences.isEmpty else {
          passed += 1
          continue
        }
        failed += 1
        output.line("✗ \(pack)/\(outcome.ruleCase.file):\(outcome.ruleCase.line): \(outcome.ruleCase.name)")
        for difference in outcome.differences {
          output.line("    \(difference.subject): expected \(difference.expected), found \(difference.found)")
        }
      }
      try target.write(output)
    }
    try target.write(Array("\(passed) passed, \(failed) failed\n".utf8))
    if failed > 0 { throw ExitStatus.findings.error }
  }
}

extension [UInt8] {
  fileprivate mutating func line(_ text: String) { self += Array((text + "\n").utf8) }
}
