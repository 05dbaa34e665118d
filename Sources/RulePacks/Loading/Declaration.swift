import JSON

/// A named part of a pack as it stands in a file.
struct Declaration: Sendable {
  let name: Text
  let node: JSONNode
  /// Place of its layer, lowest first.
  let layer: Int
  /// False where its shape is broken: its name is known, but it can't be read.
  let isSound: Bool
}
