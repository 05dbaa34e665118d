import CEL
import Evaluator
import JSON
import Platform
import RulePacks

/// All cases beside a pack.
public struct CaseSuite: Sendable {
  public let cases: [RuleCase]
  /// What is wrong with the files of cases, in their order.
  public let defects: [PackDefect]
  let folder: String
  let loader: PackLoader

  /// Reads `cases/*.json` of a pack's folder, in order of their names.
  public init(folder: String, loader: PackLoader) {
    self.folder = folder
    self.loader = loader
    let pack = URL(fileURLWithPath: folder)
    let place = pack.appendingPathComponent("cases")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
    var cases: [RuleCase] = []
    var defects: [PackDefect] = []
    for name in names {
      let path = Text(pack.lastPathComponent + "/cases/" + name)
      guard let data = FileManager.default.contents(atPath: place.appendingPathComponent(name).path) else {
        defects.append(PackDefect(.fileUnreadable, [path, "read"]))
        continue
      }
      let file = CaseFile([UInt8](data), name: "cases/" + name, path: path)
      cases += file.cases
      defects += file.defects
    }
    self.cases = cases
    self.defects = defects
  }

  /// Runs the selected cases on all cores; outcomes stand in the order of the cases.
  ///
  /// A pack is loaded once for each way of setting it.
  public func run(_ selection: CaseSelection = CaseSelection()) -> [CaseOutcome] {
    let selected = cases.filter(selection.admits)
    let packs = packs(for: selected)
    let evaluators = packs.compactMapValues { $0.open.map { PackEvaluator($0.pack, asOf: .first) } }
    return Parallel.map(selected) { ruleCase in
      guard let evaluator = evaluators[CaseSetting(ruleCase)] else {
        let difference = CaseOutcome.Difference(subject: "pack", expected: "loads", found: "defects")
        return CaseOutcome(
          ruleCase: ruleCase, differences: [difference], judged: nil,
          defects: packs[CaseSetting(ruleCase)]?.loading.defects ?? [])
      }
      return CaseRunner(evaluator).run(ruleCase)
    }
  }

  typealias Opened = (open: OpenPack?, loading: PackLoading)

  /// The pack as each of the cases sets it.
  func packs(for cases: [RuleCase]) -> [CaseSetting: Opened] {
    var packs: [CaseSetting: Opened] = [:]
    for ruleCase in cases {
      let setting = CaseSetting(ruleCase)
      guard packs[setting] == nil else { continue }
      packs[setting] = loader.open(folder: folder, options: ruleCase.loadOptions)
    }
    return packs
  }
}
