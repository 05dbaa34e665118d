import JSON
import RulePacks

/// How many slips in a pack its cases notice.
public struct MutationReport: Sendable {
  /// Mutants that are legal and mean something else, as far as can be told from their checks.
  public let tried: Int
  /// Those that no case notices, in order of the declarations.
  public let unnoticed: [Mutant]
  /// Those that no case notices and that are listed as equivalent.
  public let equivalent: [Mutant]
  /// By sort: tried and noticed, equivalent ones left out.
  public let bySort: [MutantSort: (tried: Int, noticed: Int)]
  /// What is wrong with the list of equivalent mutants.
  public let problems: [Problem]
  public let defects: [PackDefect]

  /// An entry of the list that doesn't hold.
  public struct Problem: Sendable {
    public enum Reason: Sendable, Hashable {
      /// A case notices the mutant, so it is not equivalent; its name.
      case noticed(by: Text)
      /// The pack has no such mutant.
      case unknown
    }

    public let place: PackDefect.Place
    public let reason: Reason
  }

  /// Mutants that count: all but the equivalent ones.
  public var counted: Int { tried - equivalent.count }
  public var noticed: Int { counted - unnoticed.count }

  /// Noticed of those that count, in percent; 100 where there is none.
  public var score: Double { counted == 0 ? 100 : 100 * Double(noticed) / Double(counted) }
}
