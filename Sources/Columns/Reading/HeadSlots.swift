/// A table of texts by their first eight bytes, or as many as they have: a slot is found without a branch.
struct HeadSlots {
  private var slots: HashSlots
  /// Chosen so that few texts share a slot.
  private var seed: UInt64

  /// Seeds that are tried for a table in which no two texts share a slot.
  private static let seeds: ClosedRange<UInt64> = 1...16

  /// - Parameter texts: places behind the opening quotes.
  init(_ texts: [Place]) {
    seed = 0
    slots = HashSlots(texts.map { Self.hash($0, 0) })
    for number in Self.seeds where slots.shared > 0 {
      let seed = number &* 0x9E37_79B9_7F4A_7C15
      let better = HashSlots(texts.map { Self.hash($0, seed) })
      let isBetter = better.shared < slots.shared
      (isBetter ? slots : better).entries.deallocate()
      if isBetter { (slots, self.seed) = (better, seed) }
    }
  }

  @inline(__always)
  var entries: UnsafeMutablePointer<UInt16> { slots.entries }
  @inline(__always)
  var mask: Int { slots.mask }

  /// - Parameter start: behind the opening quote.
  @inline(__always)
  func slot(of start: Place) -> Int { Self.hash(start, seed) & mask }

  @inline(__always)
  private static func hash(_ start: Place, _ seed: UInt64) -> Int {
    let word = start.word
    let stops = StringScan.stops(in: word)
    let first = stops & (0 &- stops)
    let head = word & ((first &>> 7) &- 1)
    let mixed = (head ^ seed) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: mixed &>> 40)
  }
}
