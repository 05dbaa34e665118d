/// Elements by how their texts begin: as many bytes as the shortest of them has, eight at most.
///
/// A slot is found without a branch and leads straight to its element.
struct HeadTable<Element: BitwiseCopyable> {
  /// A power of two of them, at most a quarter in use.
  let slots: UnsafeMutablePointer<UnsafeMutablePointer<Element>?>
  let mask: Int
  private let shift: UInt64
  private let head: UInt64
  /// Chosen so that few elements share a slot.
  private let factor: UInt64

  /// - Parameter texts: of the elements, behind the opening quote to what ends them.
  init(_ elements: UnsafeMutablePointer<Element>, _ texts: [(start: Place, length: Int)]) {
    var bits: UInt64 = 3
    while 1 << bits < 4 * texts.count { bits += 1 }
    let least = min(8, texts.map(\.length).min() ?? 0)
    head = least == 8 ? .max : (1 << UInt64(8 * least)) - 1
    shift = 64 - bits
    mask = 1 << Int(bits) - 1
    slots = .allocate(capacity: 1 << Int(bits))
    let (head, shift, mask) = (head, shift, mask)
    func places(_ factor: UInt64) -> [Int] {
      texts.map { Int(truncatingIfNeeded: (($0.start.word & head) &* factor) &>> shift) }
    }
    let factors = (1...Self.attempts).map { ($0 &* 0x9E37_79B9_7F4A_7C15) | 1 }
    factor = factors.max { Set(places($0)).count < Set(places($1)).count } ?? 1
    slots.initialize(repeating: nil, count: mask + 1)
    for (place, first) in places(factor).enumerated() {
      var slot = first
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = elements + place
    }
  }

  /// Factors that are tried for a table in which no two elements share a slot.
  private static var attempts: UInt64 { 16 }

  /// - Parameter start: of a text.
  @inline(__always)
  func slot(of start: Place) -> Int {
    Int(truncatingIfNeeded: ((start.word & head) &* factor) &>> shift)
  }
}
