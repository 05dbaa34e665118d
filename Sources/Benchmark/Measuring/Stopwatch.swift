/// Measures spans of wall-clock time.
enum Stopwatch {
  /// The value of a piece of work, and the seconds it took.
  static func time<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try work()
    let (seconds, attoseconds) = (clock.now - start).components
    return (value, Double(seconds) + Double(attoseconds) * 1e-18)
  }

  /// The last value of some repetitions, and the mean of their seconds; one before them is not counted.
  static func mean<Value>(of count: Int, _ work: () throws -> Value) rethrows -> (
    value: Value, seconds: Double
  ) {
    var value = try work()
    let (_, seconds) = try time { for _ in 0..<count { value = try work() } }
    return (value, seconds / Double(count))
  }
}
