import Synchronization

/// Holds an object from its first use on, which may come from several threads at once.
///
/// Set once and never changed, so that it is read without counting references, which threads would wait for each other
/// to do. The pointer is what keeps the compiler from seeing that it may be shared.
final class OnceCell<Object: AnyObject>: @unchecked Sendable {
  private let object = Atomic<UnsafeMutableRawPointer?>(nil)

  /// The object, or nil where it has not been set yet.
  @inline(__always)
  var known: Unmanaged<Object>? {
    object.load(ordering: .acquiring).map { Unmanaged.fromOpaque($0) }
  }

  /// Keeps this object, unless another thread has been faster.
  ///
  /// - Returns: the object that is kept.
  func set(_ made: Object) -> Unmanaged<Object> {
    let owned = Unmanaged.passRetained(made)
    let (isSet, earlier) = object.compareExchange(
      expected: nil, desired: owned.toOpaque(), ordering: .acquiringAndReleasing)
    guard !isSet, let earlier else { return owned }
    owned.release()
    return Unmanaged.fromOpaque(earlier)
  }

  deinit { known?.release() }
}
