import Synchronization

/// Holds a plan from its first use on, which may come from several threads at once.
///
/// Set once and never changed, so that it is read without counting references, which threads would wait for each other
/// to do. The pointer is what keeps the compiler from seeing that it may be shared.
final class PlanCell: @unchecked Sendable {
  private let plan = Atomic<UnsafeMutableRawPointer?>(nil)

  /// The plan, or nil where it has not been set yet.
  @inline(__always)
  var known: Unmanaged<Plan>? {
    plan.load(ordering: .acquiring).map { Unmanaged.fromOpaque($0) }
  }

  /// Keeps this plan, unless another thread has been faster.
  ///
  /// - Returns: the plan that is kept.
  func set(_ made: Plan) -> Unmanaged<Plan> {
    let owned = Unmanaged.passRetained(made)
    let (isSet, earlier) = plan.compareExchange(
      expected: nil, desired: owned.toOpaque(), ordering: .acquiringAndReleasing)
    guard !isSet, let earlier else { return owned }
    owned.release()
    return Unmanaged.fromOpaque(earlier)
  }

  deinit { known?.release() }
}
