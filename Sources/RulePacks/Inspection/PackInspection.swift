import Evaluator
import JSON

/// A pack as it was loaded together with the files that it came from: what review reads.
///
/// Its places are those of the loader's own defects. Of one task only.
public struct PackInspection {
  public let loading: PackLoading
  /// Lowest layer first.
  public let layers: [InspectedLayer]
  public let enums: [InspectedDeclaration]
  public let recordTypes: [InspectedDeclaration]
  public let sources: [InspectedDeclaration]
  public let parameters: [InspectedDeclaration]
  /// After replacement, in order of declaration; also those that are disabled or broken.
  public let rules: [InspectedRule]
  public let awards: [InspectedAward]
  /// Roots of `trace.json` beside the manifests that have one.
  public let traces: [JSONNode]
  /// The environments that rules are read in, by name of the record type.
  let environments: [Text: RuleEnvironments]
  let log: DefectLog

  /// The highest manifest; nil where it could not be read.
  public var manifest: JSONNode? { layers.last?.manifest }

  /// The place of a value.
  public func place(of node: JSONNode) -> PackDefect.Place? { log.place(of: node) }

  /// The place of a member's key.
  public func place(ofKey node: JSONNode) -> PackDefect.Place? { log.place(ofKey: node) }

  /// The place of a part of a string's decoded text.
  public func place(of node: JSONNode, decoded range: Range<Int>) -> PackDefect.Place? {
    log.place(of: node, LiteralMap(node).range(ofDecoded: range))
  }

  /// The bytes of the file that a part of a string's decoded text was written as.
  public func sourceRange(of node: JSONNode, decoded range: Range<Int>) -> Range<Int> {
    LiteralMap(node).range(ofDecoded: range)
  }
}

/// One manifest and the files that it includes.
public struct InspectedLayer {
  /// Path of the manifest within the rules folder.
  public let path: Text
  public let manifest: JSONNode
  public let files: [JSONNode]
}

/// A named part of a pack as it stands in a file.
public struct InspectedDeclaration {
  public let name: Text
  public let node: JSONNode
  /// Place of its layer, lowest first.
  public let layer: Int
}

/// A rule as it stands in a file and as it was compiled.
public struct InspectedRule {
  public let declaration: InspectedDeclaration
  public let isEnabled: Bool
  /// Nil for a rule on many records and where a defect was reported.
  public let compiled: CompiledRule?
  /// Nil for a rule on one record and where a defect was reported.
  public let compiledOnMany: CompiledPopulationRule?
  /// What the rule of a layer below was, which this one replaces.
  public let replaced: Replaced?
  /// Members that hold CEL text, by the shape of its kind, in order.
  public let expressions: [JSONNode]

  public struct Replaced {
    public let declaration: InspectedDeclaration
    public let compiled: CompiledRule?
  }

  public var id: Text { declaration.name }
  public var node: JSONNode { declaration.node }
}

/// An award as it stands in a file and as it was compiled.
public struct InspectedAward {
  public let declaration: InspectedDeclaration
  /// Its criteria name rules by place in `CompiledPack.rules`; nil where a defect was reported.
  public let compiled: CompiledAward?

  public var id: Text { declaration.name }
  public var node: JSONNode { declaration.node }
}

extension InspectedDeclaration {
  init(_ declaration: Declaration) {
    name = declaration.name
    node = declaration.node
    layer = declaration.layer
  }
}
