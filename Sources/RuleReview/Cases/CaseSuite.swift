import Evaluator
import Foundation
import JSON
import RulePacks

/// All cases beside a pack.
public struct CaseSuite: Sendable {
  public let cases: [RuleCase]
  public let errors: [CaseFileError]
  private let folder: String
  private let loader: PackLoader

  /// Reads `cases/*.json` of a pack's folder, in order of their names.
  public init(folder: String, loader: PackLoader) {
    self.folder = folder
    self.loader = loader
    let cases = URL(fileURLWithPath: folder).appendingPathComponent("cases")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
    var read: [RuleCase] = []
    var errors: [CaseFileError] = []
    for name in names {
      do throws(CaseFileError) {
        read += try Self.file(cases.appendingPathComponent(name), "cases/" + name).cases()
      } catch {
        errors.append(error)
      }
    }
    self.cases = read
    self.errors = errors
  }

  private static func file(_ url: URL, _ name: String) throws(CaseFileError) -> CaseFile {
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw CaseFileError(file: name, line: 1, column: 1, reason: .unreadable)
    }
    do throws(JSONError) {
      return CaseFile(name: name, document: try JSONDocument.parse([UInt8](data)))
    } catch {
      throw CaseFileError(
        file: name, line: error.position.line, column: error.position.column, reason: .json(error))
    }
  }

  /// Runs the cases whose name contains `filter`; nil runs all. A pack is loaded once for each way of setting it.
  public func run(filter: String? = nil) -> [CaseOutcome] {
    var runners: [Setting: CaseRunner] = [:]
    return cases.filter { filter.map($0.name.string.contains) ?? true }.map { ruleCase in
      let setting = Setting(ruleCase)
      if let runner = runners[setting] { return runner.run(ruleCase) }
      let options = LoadOptions(set: ruleCase.set, enable: ruleCase.enable)
      guard let pack = loader.load(folder: folder, options: options).pack else {
        let difference = CaseOutcome.Difference(subject: "pack", expected: "loads", found: "defects")
        return CaseOutcome(ruleCase: ruleCase, differences: [difference])
      }
      let runner = CaseRunner(pack)
      runners[setting] = runner
      return runner.run(ruleCase)
    }
  }

  /// How a case sets the pack.
  private struct Setting: Hashable {
    let texts: [Text]
    init(_ ruleCase: RuleCase) {
      texts = ruleCase.set.flatMap { [$0.name, $0.value] } + [""] + ruleCase.enable
    }
  }
}
