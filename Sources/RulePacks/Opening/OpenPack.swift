import CEL
import Evaluator
import JSON

/// A pack held open after it was read: its declarations as they stand in their files, and what it takes to compile one
/// of them anew in other words.
public struct OpenPack: Sendable {
  public let pack: CompiledPack
  /// In order of declaration: parameters, rules on records (those that are not enabled, too), awards.
  public let declarations: [PackDeclaration]
  /// Rules on many records, in order of declaration.
  public let populationDeclarations: [PackDeclaration]
  let workshop: PackWorkshop
  /// The template kinds that its files declare, sorted by name.
  public let templates: [KindDescription]

  /// The rule that another text would be; nil where it has a defect.
  ///
  /// - Parameter node: an object of a document of its own.
  public func rule(_ node: JSONNode) -> CompiledRule? { workshop.rule(node) }

  /// The rule on many records that another text would be; nil where it has a defect.
  ///
  /// - Parameter node: an object of a document of its own.
  public func populationRule(_ node: JSONNode) -> CompiledPopulationRule? { workshop.populationRule(node) }

  /// The award that another text would be, over the rules of this pack; nil where it has a defect.
  public func award(_ node: JSONNode) -> CompiledAward? { workshop.award(node) }

  /// The parameter that another text would be; nil where it has a defect. Settings of the operator don't touch it.
  ///
  /// - Parameter node: a member of an object, whose key is the parameter's name.
  public func parameter(_ node: JSONNode) -> Parameter? { workshop.parameter(node) }

  /// The compiled form of a declared rule, also of one that isn't enabled.
  public func compiled(_ declaration: PackDeclaration) -> CompiledRule? {
    declaration.place.map { pack.rules[$0] } ?? rule(declaration.node)
  }

  /// How the expressions of the pack are parsed.
  public var macros: Library.Macros { workshop.macros }
}
