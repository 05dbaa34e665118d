import CEL
import Evaluator
import JSON

/// An expected finding beside the one that came.
struct FindingComparison {
  private let expected: ExpectedFinding
  private let finding: Finding

  init(_ expected: ExpectedFinding, _ finding: Finding) {
    self.expected = expected
    self.finding = finding
  }

  var differences: [CaseOutcome.Difference] {
    var differences: [CaseOutcome.Difference] = []
    func compare(_ member: Text, _ expected: Text?, _ found: Text) {
      guard let expected, expected != found else { return }
      differences.append(
        .init(subject: self.expected.rule, member: member, expected: expected, found: found))
    }
    compare("outcome", expected.outcome?.name, finding.outcome.name)
    compare("missing", expected.missing.map(Self.list), Self.list(finding.missing))
    compare("failingItems", expected.failingItems.map(Self.list), Self.list(finding.failingItems))
    compare("remark", expected.isExceeded.map(Self.remark), Self.remark(finding.isExceeded))
    compare("measured", expected.measured.map(Self.text), Self.text(finding.measured))
    compare("distance", expected.distance.map(Self.text), Self.text(finding.distance))
    return differences
  }

  static func list(_ texts: [Text]) -> Text {
    var joined: Text = "["
    for (index, text) in texts.enumerated() { joined += (index == 0 ? "" : ", ") + text }
    return joined + "]"
  }

  private static func remark(_ isExceeded: Bool) -> Text { isExceeded ? "exceeded" : "none" }

  static func text(_ value: JSONValue) -> Text {
    switch value {
    // 7.90 and 7.9 are one number.
    case .number(let number): (try? Decimal(number))?.text ?? number
    case .string(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: value.text
    }
  }

  static func text(_ value: Value?) -> Text {
    switch value {
    case nil: "none"
    case .int(let int): Text("\(int)")
    case .decimal(let decimal): decimal.text
    case .ratio(let ratio): (try? ratio.decimal())?.text ?? "none"
    case .string(let text): text
    case .date(let date): date.text
    case .bool(let flag): flag ? "true" : "false"
    case .enumeration(let member): member.name
    case .some(let value): ValueText.plain(value)
    }
  }
}
