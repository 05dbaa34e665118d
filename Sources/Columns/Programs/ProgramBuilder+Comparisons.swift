import CEL
import JSON

extension ProgramBuilder {
  func comparison(_ relation: Relation, _ left: Operand, _ right: Operand) throws(NoColumnForm) -> Int {
    switch (left, right) {
    case (.constant(let one), .constant(let other)):
      if let result = constant(relation, one, other) { return step(.truth(result), 0, .bool) }
    case (.constant, _): return try comparison(relation.reversed, right, left)
    case (.ratio(let dividend, let divisor, let factor), _):
      return try ratio(dividend, divisor, factor, relation, right)
    case (_, .ratio(let dividend, let divisor, let factor)):
      return try ratio(dividend, divisor, factor, relation.reversed, left)
    case (_, .constant(let value)):
      return try comparison(relation, left, with: value)
    default: break
    }
    let first = try register(left)
    let second = try register(right)
    let (types, (aligned, space)) = ((steps[first].type, steps[second].type), try align([first, second]))
    if types == (.string, .string) {
      return step(.compareTexts(aligned[0], aligned[1], relation), space, .bool)
    }
    guard types.0 == types.1 || types.0.isExact && types.1.isExact else {
      throw NoColumnForm("a comparison of unlike types")
    }
    if types.0 == .bool {
      guard relation == .equal || relation == .notEqual else { throw NoColumnForm("an order of booleans") }
      let equal = step(.equalTruths(aligned[0], aligned[1]), space, .bool)
      return relation == .equal ? equal : negated(equal)
    }
    return step(.compare(aligned[0], aligned[1], relation), space, .bool)
  }

  /// What two constants give; nil where the columns cannot tell.
  private func constant(_ relation: Relation, _ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.string(let one), .string(let other)): return relation.holds(one, other)
    case (.bool(let one), .bool(let other)):
      switch relation {
      case .equal: return one == other
      case .notEqual: return one != other
      default: return nil
      }
    case (.list(let one), .list(let other)):
      // Whether there is anything in a list, which is all that is asked of a constant one.
      guard relation == .equal || relation == .notEqual, !one.isOpen, !other.isOpen,
        one.elements.isEmpty || other.elements.isEmpty
      else { return nil }
      return (one.elements.isEmpty && other.elements.isEmpty) == (relation == .equal)
    default: break
    }
    guard let one = Number(left), let other = Number(right), one.scale == other.scale,
      one.type == other.type || one.type.isExact && other.type.isExact
    else { return nil }
    return relation.holds(one.value, other.value)
  }

  private func comparison(
    _ relation: Relation, _ left: Operand, with value: Value
  ) throws(NoColumnForm) -> Int {
    switch value {
    case .string(let word): return try textComparison(relation, left, word)
    case .bool(let bool):
      guard relation == .equal || relation == .notEqual else { throw NoColumnForm("an order of booleans") }
      let register = try truth(left)
      return bool == (relation == .equal) ? register : negated(register)
    default: break
    }
    guard let number = Number(value) else { throw NoColumnForm("a constant of another type") }
    let register = try register(left)
    let type = steps[register].type
    guard type == number.type || type.isExact && number.type.isExact else {
      throw NoColumnForm("a comparison of unlike types")
    }
    return step(
      .compareConstant(register, relation, number.value, scale: number.scale), steps[register].space, .bool)
  }

  /// A text against a word: by the code that the reader has given it.
  private func textComparison(
    _ relation: Relation, _ left: Operand, _ word: Text
  ) throws(NoColumnForm) -> Int {
    guard relation == .equal || relation == .notEqual else { return try plainText(relation, left, word) }
    let equal: Int
    if case .memberName(let field, let item) = left {
      // No member has a place below zero.
      let place = field.members?.members.firstIndex(of: word) ?? -1
      let member = try register(.field(field, item: item))
      return step(
        .compareConstant(member, relation, Int64(place), scale: 0), steps[member].space, .bool)
    }
    if case .folded(let field, let item) = left {
      equal = try foldsTo(word, field, item)
    } else {
      equal = try isOneOf([word], left)
    }
    return relation == .equal ? equal : negated(equal)
  }

  /// A text of any origin against a word, byte by byte.
  private func plainText(_ relation: Relation, _ left: Operand, _ word: Text) throws(NoColumnForm) -> Int {
    let register = try register(left)
    guard steps[register].type == .string else { throw NoColumnForm("a comparison of unlike types") }
    let (aligned, space) = try align([register, try self.register(.constant(.string(word)))])
    return step(.compareTexts(aligned[0], aligned[1], relation), space, .bool)
  }

  /// `fold(field) == word`; a text that is given is never blank.
  private func foldsTo(_ word: Text, _ field: FieldPlan, _ item: Int?) throws(NoColumnForm) -> Int {
    guard word.isEmpty, item == nil else { return try textTest(.foldsTo, word, field, item) }
    return negated(step(.isKnown(plan.column(of: field)), field.space, .bool))
  }

  /// Whether a text field is one of some words.
  func isOneOf(_ words: [Text], _ operand: Operand) throws(NoColumnForm) -> Int {
    guard case .field(let field, let item) = operand, field.form == .text, field.field?.defaultValue == nil
    else {
      var result = try plainText(.equal, operand, words[0])
      for word in words.dropFirst() {
        result = try join(result, try plainText(.equal, operand, word), isAnd: false)
      }
      return result
    }
    let column = plan.column(of: field)
    let codes = words.compactMap { plan.code(of: $0, in: column) }
    let isOne = step(.codeIsOneOf(column, Array(Set(codes)).sorted()), field.space, .bool)
    guard let item else { return isOne }
    return step(.picked(isOne, item: item), steps[item].space, .bool)
  }

  private func ratio(
    _ dividend: Int, _ divisor: Int, _ factor: Int64, _ relation: Relation, _ other: Operand
  ) throws(NoColumnForm) -> Int {
    let bound = try register(other)
    guard steps[bound].type.isExact else { throw NoColumnForm("a ratio beside another type") }
    let (aligned, space) = try align([dividend, divisor, bound])
    return step(.compareRatio(aligned[0], aligned[1], factor: factor, relation, aligned[2]), space, .bool)
  }

  func membership(_ element: Expression, _ collection: Expression) throws(NoColumnForm) -> Int {
    let needle = try operand(element)
    if let map = try map(collection) { return try membership(needle, map.map(\.key)) }
    if case .call(Operator.index, nil, let arguments) = collection.kind, arguments.count == 2,
      let map = try map(arguments[0])
    {
      return try membership(needle, in: map, at: arguments[1])
    }
    switch try operand(collection) {
    case .constant(.list(let list)): return try membership(needle, list.elements)
    case .list(let list): return try membership(needle, in: list)
    default: throw NoColumnForm("membership in another collection")
    }
  }

  /// A map that is written out with constants; nil for anything else.
  private func map(_ expression: Expression) throws(NoColumnForm) -> [(key: Value, value: Value)]? {
    guard case .map(let entries) = expression.kind else { return nil }
    var map: [(key: Value, value: Value)] = []
    for entry in entries {
      guard !entry.optional, case .constant(let key) = try operand(entry.key),
        case .constant(let value) = try operand(entry.value)
      else { throw NoColumnForm("a map that is no constant") }
      map.append((key, value))
    }
    return map
  }

  /// `needle in {key: list, …}[key]`; a key that is not there is for the interpreter to tell.
  private func membership(
    _ needle: Operand, in map: [(key: Value, value: Value)], at key: Expression
  ) throws(NoColumnForm) -> Int {
    let key = try operand(key)
    var result = unsettled("a key that is not there", .bool)
    for entry in map {
      guard case .list(let list) = entry.value else { throw NoColumnForm("membership in another collection") }
      let isEntry = try comparison(.equal, key, .constant(entry.key))
      let isMember = try membership(needle, list.elements)
      let (aligned, space) = try align([isEntry, isMember, result])
      result = step(.choose(aligned[0], aligned[1], aligned[2]), space, .bool)
    }
    return result
  }

  private func membership(_ needle: Operand, in list: ListOperand) throws(NoColumnForm) -> Int {
    guard list.filter == nil, list.isComplete, list.counting != .repeated else {
      throw NoColumnForm("membership in a made list")
    }
    try open(list)
    defer { macros.removeLast() }
    let item = list.element ?? .field(list.plan.element, item: nil)
    let place = try place(list, try comparison(.equal, needle, item))
    // A needle of which nothing is known leaves all open, also where the list is empty.
    let known: Int
    if case .constant = needle {
      known = step(.truth(true), place.parent, .bool)
    } else {
      known = try lift(try register(needle), to: place.parent)
    }
    let result = step(
      .membership(list: place.span, given: place.given, equal: place.register, needle: known), place.parent,
      .bool)
    return guarded(result, by: place.guards + (try knownGuards(of: list, over: place)))
  }

  func membership(_ needle: Operand, _ elements: [Value]) throws(NoColumnForm) -> Int {
    guard !elements.isEmpty else { throw NoColumnForm("membership in an empty list") }
    var words: [Text] = []
    var numbers: [Number] = []
    for element in elements {
      if case .string(let word) = element {
        words.append(word)
      } else if let number = Number(element) {
        numbers.append(number)
      } else {
        throw NoColumnForm("membership among other values")
      }
    }
    if numbers.isEmpty {
      guard case .constant(let value) = needle else { return try isOneOf(words, needle) }
      guard case .string(let word) = value else { throw NoColumnForm("membership among unlike values") }
      return step(.truth(words.contains(word)), 0, .bool)
    }
    if case .constant(let value) = needle, let number = Number(value) {
      let results = elements.map { constant(.equal, value, $0) }
      if number.type == numbers[0].type, !results.contains(nil) {
        return step(.truth(results.contains(true)), 0, .bool)
      }
    }
    guard words.isEmpty else { throw NoColumnForm("membership among unlike values") }
    let register = try register(needle)
    let type = steps[register].type
    guard numbers.allSatisfy({ $0.type == type || $0.type.isExact && type.isExact }) else {
      throw NoColumnForm("membership among unlike values")
    }
    let scale = numbers.map(\.scale).max() ?? 0
    var values: Set<Int64> = []
    for number in numbers {
      let (value, overflow) = number.value.multipliedReportingOverflow(
        by: PowerOfTen.value(scale - number.scale))
      guard !overflow else { throw NoColumnForm("large numbers") }
      values.insert(value)
    }
    return step(.isOneOf(register, values.sorted(), scale: scale), steps[register].space, .bool)
  }
}
