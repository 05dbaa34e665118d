import JSON

/// Where a condition is read: what the variables of macros around it are called in keys.
struct ReadingScope {
  private(set) var names: [Text: Text] = [:]

  func binding(_ variables: Text?...) -> ReadingScope {
    var scope = self
    for variable in variables {
      guard let variable else { continue }
      scope.names[variable] = "$" + Text("\(names.count)")
    }
    return scope
  }
}
