import Evaluator

/// A plugin that gives rules on many records of one form their meaning: JSON in, checks out.
///
/// The members `when`, `per` and `group` are read by the loader. What `RecordKind` asks of a kind holds here too; the
/// examples are groups of records.
public protocol PopulationKind: Sendable {
  /// The members beyond those that all rules on many records have.
  associatedtype Parameters: Decodable & Sendable

  /// Without examples of single records.
  static var description: KindDescription { get }

  init()

  /// - Throws: `CompileContext.Broken` once a defect has been reported; any other error becomes a defect of the rule.
  func compile(_ parameters: Parameters, _ context: CompileContext) throws -> PopulationCheck
}
