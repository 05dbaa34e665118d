import CEL
import Evaluator
import JSON
import RulePacks

/// Reads the cases of one file.
struct CaseFile {
  /// Within the pack's folder.
  let name: String
  private let file: FormFile
  private(set) var cases: [RuleCase] = []
  private(set) var defects: [PackDefect]

  /// - Parameter path: by which defects name the file.
  init(_ bytes: [UInt8], name: String, path: Text) {
    self.name = name
    file = FormFile(bytes, path: path, form: CaseFileForm.shape)
    defects = file.defects
    // What has no sound form may lack anything; its defects say so.
    guard let document = file.document, defects.isEmpty else { return }
    for node in document.root["cases"]?.elements ?? document.root.elements {
      if node["records"] != nil {
        guard let population = population(node, document.root["records"]) else { continue }
        var ruleCase = ruleCase(node, .null)
        ruleCase.population = population
        cases.append(ruleCase)
        continue
      }
      if node["type"] == nil { defects.append(file.defect(.missingMember, at: node, ["type", "case"])) }
      guard let record = record(node, document.root["records"]) else { continue }
      cases.append(ruleCase(node, record))
    }
  }

  private func ruleCase(_ node: JSONNode, _ record: JSONValue) -> RuleCase {
    var set: [(name: Text, value: Text)] = []
    for member in node["set"]?.members.map(\.self) ?? [] {
      set.append((member.key ?? "", member.text ?? Text(utf8: member.source)))
    }
    let expect = node["expect"]
    return RuleCase(
      name: node["name"]?.text ?? "", file: name, line: node.position.line, type: node["type"]?.text ?? "",
      asOf: node["asOf"]?.text.flatMap { try? CivilDate($0) } ?? .first, record: record, set: set,
      enable: node["enable"]?.elements.compactMap(\.text) ?? [],
      findings: node["records"] != nil ? [] : expect?["findings"]?.members.map(Self.finding) ?? [],
      verdicts: node["records"] != nil ? [] : expect?["verdicts"]?.members.compactMap(Self.verdict) ?? [])
  }

  /// The records of a case that are judged together.
  private mutating func population(_ node: JSONNode, _ samples: JSONNode?) -> CasePopulation? {
    let count = defects.count
    var population = CasePopulation()
    population.records = node["records"].map { records($0, samples) } ?? []
    population.register = node["register"].map { records($0, samples) }
    for member in node["rejected"]?.members.map(\.self) ?? [] {
      population.rejected.append((member.key ?? "", Int(clamping: member.int64 ?? 0)))
    }
    population.expected = CaseExpectation(node["expect"], Self.finding, Self.verdict)
    return defects.count == count ? population : nil
  }

  private mutating func records(_ node: JSONNode, _ samples: JSONNode?) -> [CaseRecord] {
    node.elements.map(\.self).compactMap { element in
      guard element["base"] != nil || element["record"] != nil else {
        return CaseRecord(type: element["type"]?.text, record: element.value)
      }
      let problems = file.defects(in: element, form: CaseFileForm.oneRecord)
      defects += problems
      guard problems.isEmpty, let record = record(element, samples) else { return nil }
      var found = CaseRecord(type: element["type"]?.text, record: record)
      found.copies = element["copies"]?.int64.map { Int(clamping: $0) }
      found.numbered = element["numbered"]?.elements.compactMap(\.text) ?? []
      for member in element["step"]?.members.map(\.self) ?? [] {
        guard let step = member.numberText.flatMap({ try? Decimal($0) }) else { continue }
        found.step.append((member.key ?? "", step))
      }
      return found
    }
  }

  /// The record of a case, its patch applied; one that builds on an unknown record is reported.
  private mutating func record(_ node: JSONNode, _ records: JSONNode?) -> JSONValue? {
    var record = node["record"]?.value
    if let reference = node["base"], let base = reference.text {
      record = records?[base]?.value
      if record == nil {
        let known = records?.members.compactMap(\.key) ?? []
        defects.append(
          file.defect(
            .notOneOf, at: reference, [base, Text(known.map(\.string).joined(separator: ", "))],
            suggestion: Suggestion.nearest(to: base, among: known)))
      }
    }
    return node["patch"].flatMap { patch in record?.merging(patch.value) } ?? record
  }

  private static func verdict(_ node: JSONNode) -> (award: Text, standing: Verdict.Standing)? {
    Verdict.Standing.allCases.first { node.isString($0.name) }.map { (node.key ?? "", $0) }
  }

  private static func finding(_ node: JSONNode) -> ExpectedFinding {
    var finding = ExpectedFinding(rule: node.key ?? "")
    finding.outcome = (node.text ?? node["outcome"]?.text).flatMap { Outcome($0) }
    finding.missing = node["missing"]?.elements.compactMap(\.text)
    finding.failingItems = node["failingItems"]?.elements.compactMap(\.text)
    finding.isExceeded = node["remark"]?.isString("exceeded")
    finding.measured = node["measured"]?.value
    finding.distance = node["distance"]?.value
    return finding
  }
}
