import Foundation

/// Measures the processor time of pieces of work, which a busy machine disturbs less than the clock on the wall.
enum Stopwatch {
  /// The value of a piece of work, and the seconds that the process spent on it.
  static func time<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    let start = processorTime()
    let value = try work()
    return (value, processorTime() - start)
  }

  /// The last value of some repetitions, and the mean of their seconds; one before them is not counted.
  static func mean<Value>(
    of count: Int, _ work: () throws -> Value
  ) rethrows -> (value: Value, seconds: Double) {
    var value = try work()
    let (_, seconds) = try time { for _ in 0..<count { value = try work() } }
    return (value, seconds / Double(count))
  }

  /// Seconds of all threads so far, in the system and outside.
  private static func processorTime() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }
}
