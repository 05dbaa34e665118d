import CEL
import Evaluator
import JSON

extension WitnessMaker {
  /// The smallest record within a draft that the evaluator judges as wanted; nil where it judges the draft otherwise.
  func confirmed(_ draft: Draft, _ isWanted: (RecordResult) -> Bool) -> Witness? {
    guard let first = judged(draft, isWanted) else { return nil }
    var (kept, result) = (draft, first)
    // What was taken away may make something else needless, so until nothing is.
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for place in Self.places(in: kept.value, []).reversed() {
        guard let smaller = kept.setting(nil, at: place), let judged = judged(smaller, isWanted) else {
          continue
        }
        (kept, result, isShrinking) = (smaller, judged, true)
      }
    }
    guard case .object(let members) = kept.ordered else { return nil }
    let type = JSONValue.Member("type", .string(kept.type.name))
    let hasOwn = kept.type.slot(of: "type") != nil
    return Witness(record: .object((hasOwn ? [] : [type]) + members), asOf: asOf, result: result)
  }

  private func judged(_ draft: Draft, _ isWanted: (RecordResult) -> Bool) -> RecordResult? {
    guard let document = try? JSONDocument.parse(draft.value.text.utf8),
      let record = RecordBinder(schema: pack.schema, asOf: asOf).bind(document.root, as: draft.type).record,
      case .judged(let result) = evaluator.evaluate(record), isWanted(result)
    else { return nil }
    return result
  }

  /// Every member and element, the outer before what is in it.
  private static func places(in value: JSONValue, _ place: [Path.Step]) -> [[Path.Step]] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        [place + [.field(member.key)]] + places(in: member.value, place + [.field(member.key)])
      }
    case .array(let elements):
      elements.indices.flatMap { index in
        [place + [.index(index)]] + places(in: elements[index], place + [.index(index)])
      }
    default: []
    }
  }
}
