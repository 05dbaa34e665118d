import CEL
import Evaluator
import JSON

extension CompileContext {
  /// What names an item of a list in reports: the author's `name`, else the list's declared key, else its index; each
  /// where the one before is not given.
  ///
  /// - Parameter variable: what the element is called.
  /// - Returns: CEL text over the variable and the index variable, always a string and never unknown.
  public func itemName(_ author: Term?, of list: Term, index: Text, variable: Text = "item") -> Text {
    var name = "string(" + index + ")"
    if let key = key(of: list) {
      name = named(variable + "." + key.name, key.type, else: name)
    } else if Self.isScalar(list.elementType) {
      name = named(variable, list.elementType, else: name)
    }
    return author.map { named($0.text, $0.type, else: name) } ?? name
  }

  /// The enum whose members `itemName` gives: of the author's name, else of the key, else of the elements.
  func itemEnum(_ author: Term?, of list: Term) -> Text? {
    if let author { return author.type.enumName }
    return key(of: list)?.type.enumName ?? list.elementEnum
  }

  private func named(_ text: Text, _ type: CELType, else other: Text) -> Text {
    let string = type == .string ? text : "string(" + text + ")"
    return "(isKnownTrue(given(" + text + ")) ? " + string + " : " + other + ")"
  }

  private static func isScalar(_ type: CELType) -> Bool {
    switch type {
    case .record, .map, .list, .dyn, .error: false
    default: true
    }
  }

  /// The field of the record that a list is.
  func field(of list: Term) -> Field? {
    guard let checked = list.formula?.program.checked else { return nil }
    return field(checked.parsed.root, checked)
  }

  /// The key field of a list that is a field of the record, also when it is filtered or sorted.
  private func key(of list: Term) -> Field? {
    guard let checked = list.formula?.program.checked, case .list(.record(let name)) = list.type else {
      return nil
    }
    var expression = checked.parsed.root
    while case .comprehension(let comprehension) = expression.kind,
      comprehension.operation == .filter || comprehension.operation == .sortBy
    {
      expression = comprehension.range
    }
    guard let field = field(expression, checked), let key = field.key,
      let type = schema.recordTypes[name], let slot = type.slot(of: key)
    else { return nil }
    return type.fields[slot]
  }

  private func field(_ expression: Expression, _ checked: CheckedExpression) -> Field? {
    guard checked.references.indices.contains(Int(expression.id)),
      case .rootField(let slots) = checked.references[Int(expression.id)]
    else { return nil }
    var type = recordType
    for slot in slots.dropLast() {
      guard type.fields.indices.contains(slot), case .record(let name) = type.fields[slot].type,
        let next = schema.recordTypes[name]
      else { return nil }
      type = next
    }
    guard let last = slots.last, type.fields.indices.contains(last) else { return nil }
    return type.fields[last]
  }
}
