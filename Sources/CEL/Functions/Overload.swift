import JSON

/// One signature of a function, for the checker; a class, because each call looks through the overloads of its function.
public final class Overload: Sendable {
  /// As the specification names it, `add_int64` for instance.
  public let id: Text
  /// True for `receiver.function(…)`; the receiver is the first parameter.
  public let isMember: Bool
  public let parameters: [CELType]
  public let result: CELType
  /// True where a type parameter occurs.
  let isGeneric: Bool
  /// `CELType.make` of each parameter.
  let makes: [UInt8]

  public init(_ id: Text, member: Bool = false, _ parameters: [CELType], _ result: CELType) {
    self.id = id
    isMember = member
    self.parameters = parameters
    self.result = result
    makes = parameters.map { $0.make }
    isGeneric = result.isGeneric || parameters.contains { $0.isGeneric }
  }

  /// False where an argument is of another make than its parameter, so that unifying them can't but fail.
  func mayTake(_ arguments: [CELType]) -> Bool {
    for index in 0..<min(arguments.count, makes.count) {
      let (argument, parameter) = (arguments[index].make, makes[index])
      if argument != parameter, argument != 0, parameter != 0 { return false }
    }
    return true
  }
}
