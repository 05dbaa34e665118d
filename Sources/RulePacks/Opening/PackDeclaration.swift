import JSON

/// A rule, award or parameter as it stands in a file of a pack.
public struct PackDeclaration: Sendable {
  public enum Sort: Sendable, Hashable, CaseIterable {
    case rule, award, parameter
  }

  public let sort: Sort
  /// The rule's or award's id, the parameter's name.
  public let name: Text
  public let node: JSONNode
  /// Path within the rules folder.
  public let file: Text
  /// True in the pack's own files; false in those of a pack that it extends.
  public let isOwn: Bool
  /// False for a rule that the committee has not chosen.
  public let isEnabled: Bool
  /// Its place among the compiled rules, awards or parameters; nil for a rule that isn't enabled.
  public let place: Int?
  /// The members that it may have, those of its kind among them.
  public let shape: ObjectShape
}

extension ObjectShape {
  /// Names of the members that every rule has, whatever its kind.
  public static let commonRuleMembers = RuleForm.shape.members.map(\.name)
}
