import CEL
import JSON

/// One part of what names a group; records with equal texts belong together.
public struct GroupKey: Sendable {
  /// As results name it: the expression where that is a path, its place otherwise.
  public var name: Text
  public var value: Formula

  public init(name: Text, value: Formula) {
    self.name = name
    self.value = value
  }
}
