/// Nodes that the programs of one environment share: most of them read the same few fields.
///
/// A class with state, so it stays with one thread; the nodes themselves never change.
public final class SharedNodes {
  var fields: [[Int]: FieldNode] = [:]

  public init() {}
}
