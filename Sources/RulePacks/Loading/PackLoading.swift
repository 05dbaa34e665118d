import Evaluator
import JSON

/// What came of loading a pack.
public struct PackLoading: Sendable {
  /// Nil where there is a defect.
  public let pack: CompiledPack?
  /// All of them, in order of files and places.
  public let defects: [PackDefect]
  /// What is legal and yet probably not meant.
  public let warnings: [PackDefect]

  /// True where the pack itself could not be opened, rather than being wrong.
  public var isUnreadable: Bool {
    defects.contains { $0.place == nil && ($0.code == .fileNotFound || $0.code == .fileUnreadable) }
  }

  public init(pack: CompiledPack?, defects: [PackDefect], warnings: [PackDefect]) {
    self.pack = pack
    self.defects = defects
    self.warnings = warnings
  }
}
