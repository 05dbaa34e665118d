import CEL

/// A step with the rows that it runs over and the type of what it makes.
struct Step {
  let operation: Operation
  let space: Int
  let type: CELType
}

/// Why an expression has no column form.
struct NoColumnForm: Error {
  let reason: String
  init(_ reason: String) { self.reason = reason }
}
