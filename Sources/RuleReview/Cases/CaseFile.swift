import CEL
import Evaluator
import JSON

/// Reads the cases of one file.
struct CaseFile {
  let name: String
  let document: JSONDocument

  /// Every case, or what is wrong with the file.
  func cases() throws(CaseFileError) -> [RuleCase] {
    var cases: [RuleCase] = []
    for node in document.root["cases"]?.elements ?? document.root.elements {
      cases.append(try ruleCase(node))
    }
    return cases
  }

  private func ruleCase(_ node: JSONNode) throws(CaseFileError) -> RuleCase {
    let type = try text(node, "type")
    guard let asOf = try? CivilDate(try text(node, "asOf")) else { throw failure(node, "asOf") }
    var set: [(name: Text, value: Text)] = []
    for member in node["set"]?.members.map(\.self) ?? [] {
      set.append((member.key ?? "", member.text ?? Text(utf8: member.source)))
    }
    let expect = try member(node, "expect")
    var findings: [ExpectedFinding] = []
    for finding in expect["findings"]?.members.map(\.self) ?? [] { findings.append(try expected(finding)) }
    var verdicts: [(award: Text, standing: Verdict.Standing)] = []
    for verdict in expect["verdicts"]?.members.map(\.self) ?? [] {
      guard let standing = Verdict.Standing.allCases.first(where: { verdict.isString($0.name) }) else {
        throw failure(verdict, "verdicts")
      }
      verdicts.append((verdict.key ?? "", standing))
    }
    return RuleCase(
      name: try text(node, "name"), file: name, line: node.position.line, type: type, asOf: asOf,
      record: try record(node), set: set, enable: node["enable"]?.elements.compactMap(\.text) ?? [],
      findings: findings, verdicts: verdicts)
  }

  private func record(_ node: JSONNode) throws(CaseFileError) -> JSONValue {
    var record: JSONValue
    if let base = node["base"]?.text {
      guard let found = document.root["records"]?[base] else { throw failure(node, "base") }
      record = found.value
    } else {
      record = try member(node, "record").value
    }
    if let patch = node["patch"] { record = record.merging(patch.value) }
    return record
  }

  private func expected(_ node: JSONNode) throws(CaseFileError) -> ExpectedFinding {
    var finding = ExpectedFinding(rule: node.key ?? "")
    guard let outcome = node.text ?? node["outcome"]?.text else { return details(node, finding) }
    guard let known = Outcome(outcome) else { throw failure(node, "outcome") }
    finding.outcome = known
    return details(node, finding)
  }

  private func details(_ node: JSONNode, _ finding: ExpectedFinding) -> ExpectedFinding {
    var finding = finding
    finding.missing = node["missing"]?.elements.compactMap(\.text)
    finding.failingItems = node["failingItems"]?.elements.compactMap(\.text)
    finding.isExceeded = node["remark"]?.isString("exceeded")
    finding.measured = node["measured"]?.value
    finding.distance = node["distance"]?.value
    return finding
  }

  private func member(_ node: JSONNode, _ name: Text) throws(CaseFileError) -> JSONNode {
    guard let member = node[name] else { throw failure(node, name) }
    return member
  }

  private func text(_ node: JSONNode, _ name: Text) throws(CaseFileError) -> Text {
    guard let text = node[name]?.text else { throw failure(node, name) }
    return text
  }

  private func failure(_ node: JSONNode, _ member: Text) -> CaseFileError {
    CaseFileError(file: name, line: node.position.line, column: node.position.column, reason: .member(member))
  }
}
