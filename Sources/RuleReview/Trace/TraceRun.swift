import CEL
import Evaluator
import JSON
import Platform
import RulePacks

/// Reads `trace.json` of a pack and holds it against the pack's rules and cases.
public struct TraceRun {
  private let folder: String
  private let open: OpenPack
  private let cases: CaseSuite

  public init(folder: String, _ open: OpenPack, loader: PackLoader) {
    self.folder = folder
    self.open = open
    cases = CaseSuite(folder: folder, loader: loader)
  }

  public func report() -> TraceReport {
    let place = URL(fileURLWithPath: folder).appendingPathComponent("trace.json")
    let path = Text(URL(fileURLWithPath: folder).lastPathComponent + "/trace.json")
    guard let data = FileManager.default.contents(atPath: place.path) else {
      return TraceReport(
        source: "", rows: [], untraced: [], total: nil, defects: [PackDefect(.fileNotFound, [path])])
    }
    let file = FormFile([UInt8](data), path: path, form: TraceForm.shape)
    guard let root = file.document?.root, file.defects.isEmpty else {
      return TraceReport(source: "", rows: [], untraced: [], total: nil, defects: file.defects)
    }
    return report(root, file)
  }

  private func report(_ root: JSONNode, _ file: FormFile) -> TraceReport {
    var reader = Reader(file: file, open: open)
    let coverage = CoverageRun(open).report(cases.run())
    reader.checkSource(root["source"])
    let rows = (root["rows"].map { Array($0.elements) } ?? []).map { node in
      TraceReport.Row(
        id: node["row"]?.text ?? "", rules: reader.rules(of: node).map { rule($0, coverage) },
        reason: node["because"].map { ($0["vi"]?.text ?? "", $0["en"]?.text ?? "") }, line: node.position.line
      )
    }
    let traced = Set(rows.flatMap(\.rules).map(\.id))
    return TraceReport(
      source: root["source"]?.text ?? "", rows: rows,
      untraced: reader.own.map(\.name).filter { !traced.contains($0) },
      total: root["total"]?.int64.map { Int(clamping: $0) }, defects: cases.defects + reader.defects)
  }

  /// The outcomes that a trace asks cases for; being on time and at the limit are matters of coverage.
  private static let asked: [CoverageAspect] = [.satisfied, .violated, .undetermined, .notApplicable]

  private func rule(_ declaration: PackDeclaration, _ coverage: CoverageReport) -> TraceReport.Rule {
    let row = coverage.rows.first { $0.rule == declaration.name }
    let seen = (row?.possible ?? []).map { ($0, row?.seen[$0] ?? 0) }
    return TraceReport.Rule(
      id: declaration.name, isEnabled: declaration.isEnabled, seen: seen,
      unseen: declaration.isEnabled ? (row?.unseen ?? []).filter(Self.asked.contains) : [])
  }

  /// Finds the rules that the rows name, and reports what is not there.
  private struct Reader {
    let file: FormFile
    let open: OpenPack
    let own: [PackDeclaration]
    private let rules: [Text: PackDeclaration]
    private var seen: Set<Text> = []
    private(set) var defects: [PackDefect] = []

    init(file: FormFile, open: OpenPack) {
      self.file = file
      self.open = open
      let all = open.declarations.filter { $0.sort == .rule } + open.populationDeclarations
      own = all.filter(\.isOwn)
      rules = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func checkSource(_ node: JSONNode?) {
      let sources = open.pack.sources.map(\.key)
      guard let node, let name = node.text, !sources.contains(name) else { return }
      defects.append(
        file.defect(
          .unknownSource, at: node, [name], suggestion: Suggestion.nearest(to: name, among: sources)))
    }

    mutating func rules(of row: JSONNode) -> [PackDeclaration] {
      if let node = row["row"], let id = node.text, !seen.insert(id).inserted {
        defects.append(file.defect(.repeatedElement, at: node, [id]))
      }
      return (row["rules"].map { Array($0.elements) } ?? []).compactMap { node in
        guard let id = node.text else { return nil }
        if let rule = rules[id] { return rule }
        defects.append(
          file.defect(.unknownRule, at: node, [id], suggestion: Suggestion.nearest(to: id, among: rules.keys))
        )
        return nil
      }
    }
  }
}
