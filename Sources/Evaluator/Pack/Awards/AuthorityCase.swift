import CEL
import JSON

/// Who decides on an award, for the candidates that a condition holds for.
public struct AuthorityCase: Sendable {
  /// Nil holds for all.
  public var applies: Formula?
  /// By key in `CompiledPack.authorities`.
  public var authority: Text

  public init(applies: Formula?, authority: Text) {
    self.applies = applies
    self.authority = authority
  }
}
