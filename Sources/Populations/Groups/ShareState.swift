import CEL
import Evaluator
import JSON

/// How many of a group are counted; states of parts of the group add up.
struct ShareState {
  /// Members that count for sure.
  private var certain = Counts()
  /// Members that may not count at all.
  private var possible = Counts()

  private struct Counts {
    var yes = 0
    var no = 0
    var open = 0

    mutating func merge(_ other: Counts) {
      yes += other.yes
      no += other.no
      open += other.open
    }
  }

  mutating func add(_ truth: Truth, isCertain: Bool) {
    var counts = Counts()
    switch truth {
    case .yes: counts.yes = 1
    case .no: counts.no = 1
    case .unknown, .error: counts.open = 1
    }
    if isCertain { certain.merge(counts) } else { possible.merge(counts) }
  }

  mutating func merge(_ other: ShareState) {
    certain.merge(other.certain)
    possible.merge(other.possible)
  }

  /// The percentage, at its least and its most.
  var bounds: Bounds {
    let base = certain.yes + certain.no + certain.open
    let worst = (part: certain.yes, of: base + possible.no + possible.open)
    let best = (
      part: certain.yes + certain.open + possible.yes + possible.open,
      of: base + possible.yes + possible.open
    )
    // Those who may count make a share where there was none, so the ends above speak for them alone.
    let least = percent(worst.part, worst.of) ?? percent(best.part, best.of)
    let most = percent(best.part, best.of) ?? percent(worst.part, worst.of)
    return Bounds(least: least, most: most, canFail: base == 0)
  }

  private func percent(_ part: Int, _ base: Int) -> Ratio? {
    Ratio(Decimal(Int64(part) * 100), over: Decimal(Int64(base)))
  }
}
