import CEL
import JSON

extension ShapeValidator {
  /// A value of the right JSON kind that has a form of its own.
  func validate(scalar node: JSONNode, as shape: ValueShape, member: Text) -> Bool {
    switch shape {
    case .integer(let minimum): return validate(integer: node, minimum)
    case .number: return validate(number: node)
    case .numberOrExpression where node.kind == .number: return validate(number: node)
    default: break
    }
    if node.kind != .string || node.isBlank {
      log.report(.blankText, at: node, [member])
      return false
    }
    switch shape {
    case .text, .expression, .numberOrExpression: return true
    case .oneOf(let texts) where texts.contains(where: node.isString): return true
    default: return validate(text: node.text ?? "", of: node, as: shape, member: member)
    }
  }

  private func validate(text: Text, of node: JSONNode, as shape: ValueShape, member: Text) -> Bool {
    switch shape {
    case .name where !NameForm.isName(text): log.report(.invalidName, at: node, [text, member])
    case .id where !NameForm.isID(text): log.report(.invalidName, at: node, [text, member])
    case .date where (try? CivilDate(text)) == nil: log.report(.invalidDate, at: node, [text])
    case .period where (try? Period(text)) == nil: log.report(.invalidPeriod, at: node, [text])
    case .oneOf(let texts):
      log.report(
        .notOneOf, at: node, [text, Self.joined(texts)],
        suggestion: Suggestion.nearest(to: text, among: texts))
    default: return true
    }
    return false
  }

  private func validate(integer node: JSONNode, _ minimum: Int64) -> Bool {
    guard let value = node.int64 else {
      log.report(.invalidNumber, at: node, [node.numberText ?? "", "integer"])
      return false
    }
    if value >= minimum { return true }
    log.report(.invalidNumber, at: node, [node.numberText ?? "", "range"])
    return false
  }

  private func validate(number node: JSONNode) -> Bool {
    let text = node.numberText ?? ""
    do throws(DecimalParseError) {
      _ = try Decimal(text, limits: .record)
      return true
    } catch {
      log.report(.invalidNumber, at: node, [text, "digits"])
      return false
    }
  }
}
