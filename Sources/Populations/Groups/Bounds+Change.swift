import CEL

extension Bounds {
  /// How far a number lies from an earlier one, in percent of it or as a difference.
  ///
  /// A percentage of what may be zero or less fails.
  static func change(from earlier: Bounds, to later: Bounds, isPercent: Bool) -> Bounds {
    let canFail = earlier.canFail || later.canFail
    guard isPercent else {
      return Bounds(
        least: difference(later.least, earlier.most), most: difference(later.most, earlier.least),
        canFail: canFail)
    }
    guard let least = earlier.least, least.compared(to: .zero) == .greater else {
      return Bounds(least: nil, most: nil, canFail: true)
    }
    // Greater the less there was before where it grew, and the less the less there was where it fell.
    let low = ends(later.least, earlier.least, earlier.most).min()
    let high = ends(later.most, earlier.least, earlier.most).max()
    return Bounds(
      least: later.least == nil || (earlier.most == nil && low == nil) ? nil : low,
      most: later.most == nil ? nil : high, canFail: canFail)
  }

  private static func ends(_ later: Ratio?, _ low: Ratio?, _ high: Ratio?) -> [Ratio] {
    guard let later else { return [] }
    var ends: [Ratio] = []
    for earlier in [low, high] {
      if let earlier, let end = percent(from: earlier, to: later) { ends.append(end) }
    }
    // Of a number without bound any other is next to nothing.
    if high == nil, let end = Ratio(whole: -100) { ends.append(end) }
    return ends
  }

  /// (later − earlier) · 100 ÷ earlier, exactly.
  private static func percent(from earlier: Ratio, to later: Ratio) -> Ratio? {
    do throws(ArithmeticError) {
      let left = try later.numerator * earlier.denominator
      let right = try earlier.numerator * later.denominator
      let hundred = Decimal(100 as Int64)
      return Ratio(try (try left - right) * hundred, over: right)
    } catch { return nil }
  }

  private static func difference(_ later: Ratio?, _ earlier: Ratio?) -> Ratio? {
    guard let later, let earlier else { return nil }
    do throws(ArithmeticError) {
      let left = try later.numerator * earlier.denominator
      let right = try earlier.numerator * later.denominator
      return Ratio(try left - right, over: try later.denominator * earlier.denominator)
    } catch { return nil }
  }
}
