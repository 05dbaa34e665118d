/// A thread for work that nobody joins.
///
/// Started directly: a queue would start a second one to watch over it, and both take longer to come up than a small pack
/// to be read.
public enum DetachedThread {
  /// Runs `body` on a thread of its own; where the system gives none, nothing is run.
  ///
  /// For work that somebody else does where it hasn't been begun.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    if !start(work.toOpaque()) { work.release() }
  }

  private static func start(_ work: UnsafeMutableRawPointer) -> Bool {
    #if canImport(Darwin)
      var thread: pthread_t?
      guard pthread_create(&thread, nil, run, work) == 0, let thread else { return false }
    #else
      var thread = pthread_t()
      guard pthread_create(&thread, nil, run, work) == 0 else { return false }
    #endif
    pthread_detach(thread)
    return true
  }

  fileprivate final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

#if canImport(Darwin)
  private func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? { finish(work) }
#else
  private func run(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? { work.flatMap(finish) }
#endif

private func finish(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<DetachedThread.Work>.fromOpaque(work).takeRetainedValue().body()
  return nil
}
