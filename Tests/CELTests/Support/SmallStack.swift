import Foundation
import Synchronization

/// Runs on a thread of 512 KB, which is what secondary threads get on Apple's systems; frames of a debug build are
/// several times larger, and so is its thread.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
  let box = Box<Result>()
  let finished = DispatchSemaphore(value: 0)
  let thread = Thread {
    let result = body()
    box.value.withLock { $0 = result }
    finished.signal()
  }
  #if DEBUG
    thread.stackSize = 2 << 20
  #else
    thread.stackSize = 512 << 10
  #endif
  thread.start()
  finished.wait()
  return box.value.withLock { $0 }
}

private final class Box<Result: Sendable>: Sendable {
  let value = Mutex<Result?>(nil)
}
