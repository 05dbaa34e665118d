import JSON

extension JSONNode {
  /// The elements of an array, else the node itself: members that take one value or several.
  var oneOrSeveral: [JSONNode] { kind == .array ? Array(elements) : [self] }
}
