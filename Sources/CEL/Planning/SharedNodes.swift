#if !hasFeature(Embedded)
  import Synchronization
#endif

/// Nodes that the programs of one environment share: most of them read the same few fields.
///
/// Programs are planned when they are first evaluated, on whatever thread that is; the nodes themselves never change.
public final class SharedNodes: @unchecked Sendable {
  private let fields = Guarded()

  public init() {}

  /// The node of a field, made where it is asked for first.
  ///
  /// - Parameter slots: the way to the field from the root record.
  func field(_ slots: [Int], _ make: () -> FieldNode?) -> FieldNode? {
    if let known = fields[slots] { return known }
    guard let made = make() else { return nil }
    fields[slots] = made
    return made
  }

  /// A table that one thread at a time looks at.
  private final class Guarded {
    private var nodes: [[Int]: FieldNode] = [:]

    #if hasFeature(Embedded)
      // No threads there, and no locks either.
      subscript(slots: [Int]) -> FieldNode? {
        get { nodes[slots] }
        set { nodes[slots] = newValue }
      }
    #else
      private let lock = Mutex<Void>(())

      subscript(slots: [Int]) -> FieldNode? {
        get {
          lock._unsafeLock()
          defer { lock._unsafeUnlock() }
          return nodes[slots]
        }
        set {
          lock._unsafeLock()
          defer { lock._unsafeUnlock() }
          nodes[slots] = newValue
        }
      }
    #endif
  }
}
