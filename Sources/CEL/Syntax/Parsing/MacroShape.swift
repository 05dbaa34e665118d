/// Which argument of a macro is which, by place.
struct MacroShape {
  /// What must be switched on.
  let macros: Library.Macros
  var variable = 0
  var second: Int?
  var count: Int?
  var predicate: Int?
  var transform: Int?

  /// The shape of a macro with so many arguments; nil where it has none.
  init?(_ operation: Comprehension.Operation, argumentCount: Int) {
    switch (operation, argumentCount) {
    case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2):
      self.init(macros: .standard, predicate: 1)
    case (.all, 3), (.exists, 3), (.existsOne, 3):
      self.init(macros: .twoVariables, second: 1, predicate: 2)
    case (.map, 2):
      self.init(macros: .standard, transform: 1)
    case (.map, 3):
      self.init(macros: .standard, predicate: 1, transform: 2)
    case (.transformList, 3), (.transformMap, 3), (.transformMapEntry, 3):
      self.init(macros: .twoVariables, second: 1, transform: 2)
    case (.transformList, 4), (.transformMap, 4), (.transformMapEntry, 4):
      self.init(macros: .twoVariables, second: 1, predicate: 2, transform: 3)
    case (.existsAtLeast, 3):
      self.init(macros: .counting, variable: 1, count: 0, predicate: 2)
    case (.sortBy, 2):
      self.init(macros: .sorting, transform: 1)
    case (.optionalMap, 2), (.optionalFlatMap, 2):
      self.init(macros: .optionals, transform: 1)
    default:
      return nil
    }
  }

  private init(
    macros: Library.Macros, variable: Int = 0, second: Int? = nil, count: Int? = nil, predicate: Int? = nil,
    transform: Int? = nil
  ) {
    self.macros = macros
    self.variable = variable
    self.second = second
    self.count = count
    self.predicate = predicate
    self.transform = transform
  }
}
