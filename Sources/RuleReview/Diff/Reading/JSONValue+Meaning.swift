import CEL
import JSON

extension JSONValue {
  /// The same value with members sorted and numbers in one spelling, so that equal meaning is equal text.
  var normalized: JSONValue {
    switch self {
    case .number(let text): .number((try? Decimal(text)).map(\.text) ?? text)
    case .array(let elements): .array(elements.map(\.normalized))
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.normalized) }.sorted { $0.key < $1.key })
    default: self
    }
  }

  var isObject: Bool { if case .object = self { true } else { false } }

  /// Without titles and messages, which are written for people, at any depth.
  var unworded: JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map(\.unworded))
    case .object(let members):
      let kept = members.filter { !(($0.key == "title" || $0.key == "message") && $0.value.isObject) }
      return .object(kept.map { Member($0.key, $0.value.unworded) })
    default: return self
    }
  }

  func without(_ names: Set<Text>) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !names.contains($0.key) })
  }

  /// The value of a member; nil where there is none.
  subscript(_ name: Text) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == name }?.value
  }

  /// The texts of a list of nothing else.
  var texts: [Text]? {
    guard case .array(let elements) = self else { return nil }
    let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    return texts.count == elements.count ? texts : nil
  }
}
