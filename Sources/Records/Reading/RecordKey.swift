import CEL
import Evaluator
import JSON

/// What names a record among its type: the values of its key fields.
public struct RecordKey: Sendable, Hashable {
  /// In order of `RecordType.key`.
  public let values: [Text]
  public let names: [Text]

  /// - Parameter values: in order of the names.
  public init(names: [Text], values: [Text]) {
    self.names = names
    self.values = values
  }

  init(of record: RecordValue) {
    names = record.type.key
    values = record.type.key.map { name in
      record.type.slot(of: name).flatMap { record.slots[$0]?.keyText } ?? ""
    }
  }

  /// The key of a record that is rejected for other reasons; nil where it cannot be told.
  init?(of node: JSONNode, as type: RecordType) {
    var values: [Text] = []
    for name in type.key {
      guard let member = node[name], let value = member.text ?? member.int64.map({ Text("\($0)") }),
        !value.isEmpty
      else { return nil }
      values.append(value)
    }
    guard !values.isEmpty else { return nil }
    self.values = values
    names = type.key
  }

  /// What tells it from the key of any other record: a byte for the type, then the values with a byte between them that
  /// no text holds.
  public func bytes(type: Int) -> [UInt8] {
    var bytes = [UInt8(truncatingIfNeeded: type)]
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(0xFF) }
      bytes += value.utf8
    }
    return bytes
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
