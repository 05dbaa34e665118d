import CEL

/// Truths of lists, by the first and the last row of their items.
extension ProgramRunner {
  func fold(
    _ place: Int, _ quantifier: Quantifier, _ space: Int, _ given: Int, _ body: Int, _ filter: Int?,
    _ weight: Int, _ rows: Int
  ) {
    // What decides (for `all` a false, else a true), what is open, and what the interpreter must tell.
    let decisive = quantifier == .all ? UInt64.max : 0
    let marks = mark(vectors[body], filter.map { vectors[$0] }, decisive, space)
    if marks.isFiltered, quantifier == .exists || quantifier == .all, weight <= Self.stepLimit / Self.fewItems
    {
      quantify(place, space, given, marks, isDecisiveTrue: quantifier == .exists, weight, rows)
    } else {
      foldRows(place, quantifier, space, given, filter, weight, rows)
    }
    doubtExcess(place, space, rows)
  }

  /// Lists of so many items may always be gone through.
  private static let fewItems = 64

  /// Which of the marks of items there are at all.
  private struct Marks {
    var hasOpen = false
    var hasWrong = false
    /// True where it is known of all items whether they count.
    var isFiltered = true
  }

  private func mark(_ body: Vector, _ filter: Vector?, _ decisive: UInt64, _ space: Int) -> Marks {
    var (anyOpen, anyWrong, anyDoubt) = (0 as UInt64, 0 as UInt64, 0 as UInt64)
    let count = words(space)
    for word in 0..<count {
      let used = word == count - 1 ? UInt64.max &>> UInt64(-rowCount(of: space) & 63) : .max
      let kept = filter.map { $0.known[word] & $0.truth[word] & ~$0.failed[word] } ?? .max
      let sound = body.known[word] & ~body.failed[word] & kept
      yes[word] = sound & (body.truth[word] ^ decisive)
      open[word] = ~body.known[word] & ~body.failed[word] & kept & used
      wrong[word] = (body.failed[word] & kept | (filter.map { $0.failed[word] } ?? 0)) & used
      anyOpen |= open[word]
      anyWrong |= wrong[word]
      if let filter { anyDoubt |= (~filter.known[word] | filter.failed[word]) & used }
    }
    return Marks(hasOpen: anyOpen != 0, hasWrong: anyWrong != 0, isFiltered: anyDoubt == 0)
  }

  /// `exists` and `all` where it is clear which items count: 64 rows at a time.
  ///
  /// - Parameter isDecisiveTrue: what a decisive item makes of the list.
  private func quantify(
    _ place: Int, _ space: Int, _ given: Int, _ marks: Marks, isDecisiveTrue: Bool, _ weight: Int, _ rows: Int
  ) {
    let (result, lists, span) = (vectors[place], vectors[given], spans[space])
    for word in 0..<(rows + 63) / 64 {
      let used = word * 64 + 64 <= rows ? UInt64.max : UInt64.max &>> UInt64(-rows & 63)
      let looked = lists.known[word] & used
      var (decided, isOpen, failed) = (0 as UInt64, 0 as UInt64, 0 as UInt64)
      var rest = looked
      while rest != 0 {
        let bit = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount)
        rest &= rest &- 1
        let (first, end) = span.items(word &* 64 &+ Int(truncatingIfNeeded: bit))
        guard first < end else { continue }
        if end &- first > Self.fewItems, (end &- first) &* weight > Self.stepLimit {
          failed |= 1 &<< bit
          continue
        }
        if yes.anyBit(first, end) { decided |= 1 &<< bit }
        if marks.hasWrong, wrong.anyBit(first, end) { failed |= 1 &<< bit }
        if marks.hasOpen, open.anyBit(first, end) { isOpen |= 1 &<< bit }
      }
      result.truth[word] = isDecisiveTrue ? decided : ~decided
      result.failed[word] = failed & ~decided
      result.known[word] = looked & (decided | ~isOpen)
    }
  }

  /// Row by row.
  private func foldRows(
    _ place: Int, _ quantifier: Quantifier, _ space: Int, _ given: Int, _ filter: Int?, _ weight: Int,
    _ rows: Int
  ) {
    settle(place, (rows + 63) / 64)
    let (span, lists) = (spans[space], vectors[given])
    for row in 0..<rows {
      guard let (first, end) = items(place, row, lists, span, filter) else { continue }
      if (end &- first) &* weight > Self.stepLimit {
        write(.failed, place, row)
        continue
      }
      let verdict: RowTruth
      switch quantifier {
      case .exists: verdict = quantified(first, end, decisive: .yes, otherwise: .no)
      case .all: verdict = quantified(first, end, decisive: .no, otherwise: .yes)
      case .existsOne:
        if wrong.anyBit(first, end) {
          verdict = .failed
        } else {
          let holds = yes.countBits(first, end)
          verdict = holds > 1 ? .no : open.anyBit(first, end) ? .open : holds == 1 ? .yes : .no
        }
      case .existsAtLeast(let count):
        guard let least = least(count, place, row) else { continue }
        verdict = Tally(
          holds: Int64(yes.countBits(first, end)), open: Int64(open.countBits(first, end)),
          failed: Int64(wrong.countBits(first, end))
        ).atLeast(least)
      }
      write(verdict, place, row)
    }
  }

  @inline(__always)
  private func quantified(_ first: Int, _ end: Int, decisive: RowTruth, otherwise: RowTruth) -> RowTruth {
    if yes.anyBit(first, end) { return decisive }
    if wrong.anyBit(first, end) { return .failed }
    return open.anyBit(first, end) ? .open : otherwise
  }

  /// `needle in list`: strict in the needle and the list; of its items one that is equal decides.
  func membership(_ place: Int, _ space: Int, _ given: Int, _ equal: Int, _ needle: Int, _ rows: Int) {
    let marks = mark(vectors[equal], nil, 0, space)
    quantify(place, space, given, marks, isDecisiveTrue: true, 1, rows)
    let (result, wanted) = (vectors[place], vectors[needle])
    for word in 0..<(rows + 63) / 64 {
      result.failed[word] = result.failed[word] & wanted.known[word] | wanted.failed[word]
      result.known[word] &= wanted.known[word]
    }
    doubtExcess(place, space, rows)
  }
}
