import CEL
import Evaluator
import JSON

/// Several records that are judged together, and what must come of them.
public struct CasePopulation: Sendable {
  var records: [CaseRecord] = []
  /// Past decisions; nil where no register was given.
  var register: [CaseRecord]?
  /// Records of which nothing is known, by type.
  var rejected: [(type: Text, count: Int)] = []
  var expected = CaseExpectation()
}

/// A record of a case, or many that differ in their key, in numbered texts and by steps.
struct CaseRecord: Sendable {
  /// Nil where the case's own type is meant.
  var type: Text?
  var record: JSONValue
  /// Nil is the record alone, with its key as it is.
  var copies: Int?
  var step: [(field: Text, by: Decimal)] = []
  /// Text fields that get the copy's number as its key does: copies of different subjects.
  var numbered: [Text] = []

  /// The records; the key of a copy and its numbered texts get its number.
  func expanded(key: Text?) -> [JSONValue] {
    guard let copies else { return [record] }
    return (0..<copies).map { index in
      guard case .object(var members) = record else { return record }
      for place in members.indices {
        let name = members[place].key
        switch members[place].value {
        case .string(let text) where name == key || numbered.contains(name):
          members[place].value = .string(text + Text("-\(index + 1)"))
        case .number(let number):
          guard let step = step.first(where: { $0.field == name }), let start = try? Decimal(number),
            let grown = try? start + step.by * Decimal(Int64(index))
          else { continue }
          members[place].value = .number(grown.text)
        default: continue
        }
      }
      return .object(members)
    }
  }
}
