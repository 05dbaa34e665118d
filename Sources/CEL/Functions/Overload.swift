import JSON

/// One signature of a function, for the checker.
public struct Overload: Sendable {
  /// As the specification names it, `add_int64` for instance.
  public let id: Text
  /// True for `receiver.function(…)`; the receiver is the first parameter.
  public let isMember: Bool
  public let parameters: [CELType]
  public let result: CELType

  public init(_ id: Text, member: Bool = false, _ parameters: [CELType], _ result: CELType) {
    self.id = id
    isMember = member
    self.parameters = parameters
    self.result = result
  }
}
