import JSON
import RulePacks

/// A declaration of a pack with one slip in it.
public struct Mutant: Sendable {
  public let subject: PackDeclaration.Sort
  /// The id or name of the declaration.
  public let name: Text
  public let sort: MutantSort
  /// The changed value within the declaration, its steps joined by `/`: `when`, `between/0`.
  public let at: Text
  /// What stands there instead; null where it was dropped. A member that was renamed is an object of its new name.
  public let becomes: JSONValue
  /// The part that was changed, as it was written, and what it became; nil where it was dropped.
  public let before: Text
  public let after: Text?
  /// Path within the rules folder, and line of the changed value.
  public let file: Text
  public let line: Int
  /// The whole declaration after the change.
  let declaration: JSONValue
}
