/// Bytes that are looked for: the first 32 are compared at once, without a branch that depends on how many there are.
struct ByteWord: BitwiseCopyable {
  private let first: SIMD2<UInt64>
  private let second: SIMD2<UInt64>
  private let firstMask: SIMD2<UInt64>
  private let secondMask: SIMD2<UInt64>
  /// All bytes, with zeros behind.
  let text: Place
  let length: Int

  /// - Parameter text: the bytes, and at least 32 zeros behind them.
  init(_ text: Place, length: Int) {
    self.text = text
    self.length = length
    func mask(_ offset: Int) -> UInt64 {
      length >= offset + 8 ? .max : length <= offset ? 0 : (1 << UInt64(8 * (length - offset))) - 1
    }
    firstMask = SIMD2(mask(0), mask(8))
    secondMask = SIMD2(mask(16), mask(24))
    first = SIMD2(text.word, (text + 8).word) & firstMask
    second = SIMD2((text + 16).word, (text + 24).word) & secondMask
  }

  /// What stands nowhere.
  init(nowhere text: Place) {
    self.text = text
    length = 0
    firstMask = SIMD2()
    secondMask = SIMD2()
    first = SIMD2(1, 1)
    second = SIMD2()
  }

  /// True where the bytes of a word stand at a place.
  ///
  /// - Parameter word: by its place in memory, so that no copy of it is made.
  @inline(__always)
  static func stands(_ word: UnsafePointer<ByteWord>, at place: Place) -> Bool {
    let raw = UnsafeRawPointer(place)
    let one = raw.loadUnaligned(as: SIMD2<UInt64>.self) & word.pointee.firstMask ^ word.pointee.first
    let two =
      raw.loadUnaligned(fromByteOffset: 16, as: SIMD2<UInt64>.self) & word.pointee.secondMask
      ^ word.pointee.second
    let difference = one | two
    return difference[0] | difference[1] == 0
      && (word.pointee.length <= 32 || restStands(word.pointee.text, word.pointee.length, at: place))
  }

  @inline(never)
  private static func restStands(_ text: Place, _ length: Int, at place: Place) -> Bool {
    var offset = 32
    while offset &+ 8 < length {
      guard (place + offset).word == (text + offset).word else { return false }
      offset &+= 8
    }
    return (place + length - 8).word == (text + length - 8).word
  }
}
