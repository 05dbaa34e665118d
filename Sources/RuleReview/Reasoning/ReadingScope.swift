import CEL
import JSON

/// Where a condition is read: what the variables of macros around it are called in keys.
struct ReadingScope {
  private(set) var names: [Text: Text] = [:]

  /// - Parameter type: what the variable is; part of its name, because fields of different items share no values.
  func binding(_ variable: Text, _ type: CELType) -> ReadingScope {
    var scope = self
    scope.names[variable] = "$" + Text("\(names.count)") + ":" + type.text
    return scope
  }

  /// - Parameter value: the literal that the variable stands for.
  func naming(_ variable: Text, _ value: Text) -> ReadingScope {
    var scope = self
    scope.names[variable] = value
    return scope
  }
}
