import JSON

/// The kinds that a loader knows; a value, so that two loaders may know different ones.
public struct KindRegistry: Sendable {
  private let kinds: [Text: ErasedKind]
  /// Sorted.
  public let names: [Text]

  /// - Parameters:
  ///   - kinds: of two with the same name the later stands.
  ///   - populations: kinds of rules on many records; they stand after `kinds`.
  public init(_ kinds: [any RecordKind.Type], populations: [any PopulationKind.Type] = []) {
    let erased = kinds.map { $0.erased } + populations.map { $0.erased }
    self.kinds = Dictionary(erased.map { ($0.description.name, $0) }, uniquingKeysWith: { $1 })
    names = self.kinds.keys.sorted()
  }

  private init(_ kinds: [Text: ErasedKind]) {
    self.kinds = kinds
    names = kinds.keys.sorted()
  }

  /// The same with further kinds.
  func adding(_ others: [ErasedKind]) -> KindRegistry {
    var kinds = kinds
    for kind in others { kinds[kind.description.name] = kind }
    return KindRegistry(kinds)
  }

  /// The built-in kinds.
  public static let builtIn = KindRegistry(builtInKinds, populations: builtInPopulationKinds)

  /// The description of a kind.
  public func description(of name: Text) -> KindDescription? { kinds[name]?.description }

  subscript(name: Text) -> ErasedKind? { kinds[name] }
}
