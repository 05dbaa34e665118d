import CEL
import Evaluator
import JSON

extension ConditionReader {
  /// A number or date as a sum of terms; nil for any other type.
  func form(_ expression: Expression, _ scope: ReadingScope) -> LinearForm? {
    if let constant = number(expression) { return LinearForm(constant) }
    guard Self.isNumeric(type(of: expression)) else { return nil }
    switch expression.kind {
    case .call(Operator.add, nil, let parts) where parts.count == 2:
      guard let one = form(parts[0], scope), let other = form(parts[1], scope) else { break }
      return one.adding(other, times: .one)
    case .call(Operator.subtract, nil, let parts) where parts.count == 2:
      guard let one = form(parts[0], scope), let other = form(parts[1], scope) else { break }
      return one.adding(other, times: -.one)
    case .call(Operator.negate, nil, let parts) where parts.count == 1:
      return form(parts[0], scope)?.times(-.one)
    case .call(Operator.multiply, nil, let parts) where parts.count == 2:
      if let factor = number(parts[0]) { return form(parts[1], scope)?.times(factor) }
      if let factor = number(parts[1]) { return form(parts[0], scope)?.times(factor) }
    case .call("days", nil, let parts) where parts.count == 2:
      guard let from = form(parts[0], scope), let to = form(parts[1], scope) else { break }
      return to.adding(from, times: -.one)
    case .call("addDays", let target?, let parts) where parts.count == 1:
      guard let day = form(target, scope), let count = form(parts[0], scope) else { break }
      return day.adding(count, times: .one)
    default: break
    }
    return atomic(expression, scope)
  }

  private static func isNumeric(_ type: CELType) -> Bool {
    switch type {
    case .int, .uint, .decimal, .ratio, .date: true
    default: false
    }
  }

  /// A number that is not taken apart.
  private func atomic(_ expression: Expression, _ scope: ReadingScope) -> LinearForm {
    if case .call("size", let target, let arguments) = expression.kind, let list = target ?? arguments.first,
      case .list = type(of: list)
    {
      return LinearForm(term: count(of: list, where: .constant(true), "true", scope), isWhole: true)
    }
    let isWhole: Bool =
      switch type(of: expression) {
      case .int, .uint, .date: true
      default: false
      }
    let domain = domain(of: expression, isWhole: isWhole)
    let term = reasoner.term(key(expression, scope)) { (.numbers(domain), .value) }
    return LinearForm(term: term, isWhole: isWhole)
  }

  /// Sizes are not negative; the percentage of a part in its whole lies between 0 and 100.
  private func domain(of expression: Expression, isWhole: Bool) -> NumberSet {
    let all = NumberSet.all(isWhole: isWhole)
    guard case .call(let function, let target, let arguments) = expression.kind else { return all }
    switch function {
    case "size": return all.intersection(.numbers(.greaterOrEqual, .zero, isWhole: isWhole))
    case "percent" where target == nil && arguments.count == 2 && isPart(arguments[0], of: arguments[1]):
      return all.intersection(.numbers(.greaterOrEqual, .zero, isWhole: false))
        .intersection(.numbers(.lessOrEqual, Decimal(100 as Int64), isWhole: false))
    default: return all
    }
  }

  /// True for `size(l.filter(…))` of `size(l)`.
  private func isPart(_ part: Expression, of whole: Expression) -> Bool {
    guard let part = sized(part), let whole = sized(whole),
      case .comprehension(let filter) = part.kind, filter.operation == .filter
    else { return false }
    return Unparser.text(filter.range) == Unparser.text(whole)
  }

  private func sized(_ expression: Expression) -> Expression? {
    guard case .call("size", let target, let arguments) = expression.kind else { return nil }
    return target ?? arguments.first
  }

  /// The number of items of a list that meet a condition; filters of the list become part of it.
  func count(
    of list: Expression, where condition: Condition, _ predicate: Text, _ scope: ReadingScope
  ) -> Int {
    var list = list
    var condition = condition
    var predicate = predicate
    while case .comprehension(let filter) = list.kind, filter.operation == .filter,
      let inner = filter.predicate
    {
      let scope = scope.binding(filter.variable, element(of: filter.range))
      condition = read(inner, scope) && condition
      predicate = key(inner, scope) + " && " + predicate
      list = filter.range
    }
    let listKey = key(list, scope)
    let most = maxItems(of: list).map { Decimal(Int64($0)) }
    return reasoner.term("count(" + listKey + ", " + predicate + ")") {
      var domain = NumberSet.numbers(.greaterOrEqual, .zero, isWhole: true)
      if let most { domain = domain.intersection(.numbers(.lessOrEqual, most, isWhole: true)) }
      return (.numbers(domain), .count(list: listKey, condition))
    }
  }

  /// The declared bound of a list that is a field of the record, or the length of one that is written out.
  private func maxItems(of list: Expression) -> Int? {
    if case .list(let items, _) = list.kind { return items.count }
    guard case .rootField(let slots)? = checked.references[Int(list.id)] else { return nil }
    var type = recordType
    for slot in slots.dropLast() {
      guard type.fields.indices.contains(slot), case .record(let name) = type.fields[slot].type,
        let next = schema.recordTypes[name]
      else { return nil }
      type = next
    }
    return slots.last.flatMap { type.fields.indices.contains($0) ? type.fields[$0].maxItems : nil }
  }

  private func element(of list: Expression) -> CELType {
    if case .list(let element) = type(of: list) { return element }
    return .dyn
  }

  /// `all`, `exists` and `existsAtLeast` as a count of items; nil for other macros.
  func quantifier(_ comprehension: Comprehension, _ scope: ReadingScope) -> Condition? {
    guard let predicate = comprehension.predicate, comprehension.second == nil else { return nil }
    if let each = eachNumber(comprehension, predicate, scope) { return each }
    let inner = scope.binding(comprehension.variable, element(of: comprehension.range))
    let condition = read(predicate, inner).folded
    let text = key(predicate, inner)
    switch comprehension.operation {
    case .all:
      return counted(comprehension.range, condition.negated, "!(" + text + ")", scope, atLeast: .one).negated
    case .exists: return counted(comprehension.range, condition, text, scope, atLeast: .one)
    case .existsAtLeast:
      guard let count = comprehension.count.flatMap(number) else { return nil }
      return counted(comprehension.range, condition, text, scope, atLeast: count)
    default: return nil
    }
  }

  /// `all` over numbers that are written out: the condition of each number, so that the years of a shorter history are
  /// seen to lie within a longer one. Nil for anything else, and within another loop, where there would be too many.
  private func eachNumber(_ loop: Comprehension, _ predicate: Expression, _ scope: ReadingScope) -> Condition?
  {
    guard loop.operation == .all, scope.names.isEmpty, case .list(let items, let optional) = loop.range.kind,
      !optional.contains(true)
    else { return nil }
    let numbers = items.compactMap { item -> Text? in
      guard case .int(let number)? = item.literal else { return nil }
      return Text("\(number)")
    }
    guard numbers.count == items.count else { return nil }
    return Condition.all(numbers.map { read(predicate, scope.naming(loop.variable, $0)) }).folded
  }

  /// At least so many items meet a condition; one that nothing or everything meets is seen through.
  private func counted(
    _ list: Expression, _ condition: Condition, _ predicate: Text, _ scope: ReadingScope,
    atLeast least: Decimal
  ) -> Condition {
    if least <= .zero { return .constant(true) }
    if reasoner.isUnsatisfiable(condition) { return .constant(false) }
    let isEvery = reasoner.isValid(condition)
    let term = count(
      of: list, where: isEvery ? .constant(true) : condition, isEvery ? "true" : predicate, scope)
    return .atom(term: term, .numbers(.numbers(.greaterOrEqual, least, isWhole: true)))
  }
}
