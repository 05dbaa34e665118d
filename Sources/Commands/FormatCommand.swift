import ArgumentParser
import Evaluator
import JSON
import Platform
import Records
import Reports
import RulePacks
import RuleReview

/// `binhxet format [FILES…]`
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Set rule files in their canonical layout.",
    discussion: """
      Members in the order of their form, two spaces a level, values on one line where there is room. What the files \
      mean stays the same.

      Examples:
        binhxet format
        binhxet format rules/ba-to-2021/targets/economy.json
        binhxet format rules --check
      """)

  @Argument(help: "Files, or folders of them (default: rules).", completion: .file())
  var paths: [String] = []

  @Flag(name: .long, help: "Write nothing; show what would change, and exit with 1 if anything would.")
  var check = false

  @Option(name: .long, help: "Language of messages: vi or en.")
  var lang: Language = .vi

  func run() throws {
    let formatter = RuleFileFormatter(registry: BinhXetCommand.kinds)
    let texts = ProblemTexts(lang)
    var isBroken = false
    var changed = 0
    try Failures.reported(lang) {
      let output = try OutputTarget(nil)
      for path in try RuleFilePaths.find(paths.isEmpty ? ["rules"] : paths) {
        guard let data = FileManager.default.contents(atPath: path) else {
          throw SourceError(source: RecordSource(path), reason: .unreadable)
        }
        let bytes = [UInt8](data)
        do {
          guard let formatted = try formatter.format(bytes, path: Text(path)), formatted != bytes else {
            continue
          }
          changed += 1
          try report(path, bytes, formatted, output)
        } catch is JSONError {
          isBroken = true
          let file = FormFile(bytes, path: Text(path), form: FileForm.rules.shape)
          for defect in file.defects { StandardError.write(texts.excerpt(defect)) }
        }
      }
      try output.finish()
    }
    if isBroken { throw ExitStatus.packInvalid.error }
    if check, changed > 0 { throw ExitStatus.findings.error }
  }

  private func report(_ path: String, _ old: [UInt8], _ new: [UInt8], _ output: OutputTarget) throws {
    guard check else {
      let target = try OutputTarget(path)
      try target.write(new)
      try target.finish()
      try output.write(Array((path + "\n").utf8))
      return
    }
    var text: [UInt8] = Array("--- \(path)\n+++ \(path)\n".utf8)
    for line in LineDiff.lines(old, new) { text += line.utf8 + [0x0A] }
    try output.write(text)
  }
}

/// Rule files below some folders.
enum RuleFilePaths {
  /// Sorted; generated schemas are left out.
  ///
  /// - Throws: `SourceError` where a path is not there.
  static func find(_ paths: [String]) throws -> [String] {
    var found: [String] = []
    for path in paths {
      guard let isFolder = FileManager.default.isFolder(path) else {
        throw SourceError(source: RecordSource(path), reason: .notFound)
      }
      guard isFolder else {
        found.append(path)
        continue
      }
      let below = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      let folder = path.hasSuffix("/") ? path : path + "/"
      found += below.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map { folder + $0 }
    }
    return found
  }
}
