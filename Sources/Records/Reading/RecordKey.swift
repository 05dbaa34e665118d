import CEL
import Evaluator
import JSON

/// What names a record among its type: the values of its key fields.
public struct RecordKey: Sendable, Hashable {
  /// In order of `RecordType.key`.
  public let values: [Text]
  public let names: [Text]

  init(of record: RecordValue) {
    names = record.type.key
    values = record.type.key.map { name in
      record.type.slot(of: name).flatMap { record.slots[$0] }.map(Self.text) ?? ""
    }
  }

  private static func text(_ value: Value) -> Text {
    switch value {
    case .string(let text): text
    case .int(let int): Text("\(int)")
    case .date(let date): date.text
    case .period(let period): period.text
    case .enumeration(let member): member.name
    case .decimal(let decimal): decimal.text
    default: ""
    }
  }

  /// The key in one line: values of several fields are joined by `/`.
  public var text: Text {
    var joined: Text = ""
    for (index, value) in values.enumerated() {
      if index > 0 { joined += "/" }
      joined += value
    }
    return joined
  }
}
