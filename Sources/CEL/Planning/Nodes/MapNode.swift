import JSON

/// `{key: value, ?key: value}`. Values may be unknown; an unknown key leaves the whole unknown.
final class MapNode: Node {
  struct Entry {
    let key: Node
    let value: Node
    let isOptional: Bool
    let range: SourceRange
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  override func evaluate(_ frame: inout Frame) -> Value {
    var builder = MapBuilder()
    var error: Value?
    var unknownKey: Unknown?
    var unknownValues: Unknown?
    for entry in entries {
      let key = entry.key.evaluate(&frame)
      var value = entry.value.evaluate(&frame)
      if entry.isOptional, !value.isUnsettled {
        guard case .optional(let optional) = value else {
          error = error ?? .error(EvaluationError.noSuchOverload("optional", [value]).located(entry.range))
          continue
        }
        guard let inner = optional.value else { continue }
        value = inner
      }
      if case .error = key { error = error ?? key }
      if case .error = value { error = error ?? value }
      if case .unknown(let unknown) = key { unknownKey.add(unknown) }
      unknownValues.add(value)
      guard !key.isUnsettled else { continue }
      switch builder.set(key, value) {
      case .added: break
      case .replaced: error = error ?? MapNode.error(.duplicateKey, key, entry.range)
      case .invalidKey: error = error ?? MapNode.error(.invalidKeyType, key, entry.range)
      }
    }
    if let error { return error }
    if let unknownKey { return .unknown(unknownValues.map(unknownKey.union) ?? unknownKey) }
    return .map(MapValue(builder))
  }

  static func error(_ code: EvaluationError.Code, _ key: Value, _ range: SourceRange) -> Value {
    let argument = code == .duplicateKey ? key.debugText : TypeValue(key.type).name
    return .error(EvaluationError(code, [argument], range: range))
  }
}
