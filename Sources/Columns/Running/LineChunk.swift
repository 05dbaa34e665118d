import JSON

/// A run of whole lines of a source, with zeros around them so that wide loads stay inside.
final class LineChunk: @unchecked Sendable {
  // Handed from the reading thread to one worker and back, never used by two at a time.

  static let padding = 64
  private(set) var memory: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// The bytes in use.
  var count = 0
  /// What is written of its records.
  let lines = LineBuffer(capacity: 1 << 12)
  /// Chunks of the source before it.
  var number = 0
  /// The line of its source on which it begins, where lines are counted as they are read.
  var firstLine = 1
  /// Of objects of an array; nil where the lines are those of the source.
  var origins: ElementOrigins?

  init(capacity: Int) {
    self.capacity = capacity
    memory = Self.allocate(capacity)
  }

  deinit { (memory - Self.padding).deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let whole = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * padding)
    whole.initialize(repeating: 0, count: padding)
    return whole + padding
  }

  /// Makes room for more bytes; keeps those in use.
  func reserve(_ larger: Int) {
    guard larger > capacity else { return }
    let moved = Self.allocate(larger)
    moved.update(from: memory, count: count)
    (memory - Self.padding).deallocate()
    memory = moved
    capacity = larger
  }

  /// Appends an object of an array as a line.
  func append(_ object: UnsafeRawBufferPointer, at origin: JSONPosition) {
    guard let source = object.baseAddress else { return }
    if capacity - count <= object.count { reserve(2 * capacity + object.count) }
    origins?.add(count, origin)
    UnsafeMutableRawPointer(memory + count).copyMemory(from: source, byteCount: object.count)
    // Rows end at line feeds.
    let end = count + object.count
    var start = count
    while start < end {
      // What stands behind the object is looked at, too: at worst, bytes are compared once more.
      if Place(memory + start).holdsLineFeed {
        for place in start..<min(start + 8, end) where memory[place] == UInt8(ascii: "\n") {
          memory[place] = UInt8(ascii: " ")
          origins?.addLineFeed(place)
        }
      }
      start += 8
    }
    memory[end] = UInt8(ascii: "\n")
    count = end + 1
  }

  /// The line of the source on which a record begins, less the line on which the chunk does.
  ///
  /// - Parameter line: lines of the chunk before it.
  @inline(__always)
  func sourceLine(_ line: Int) -> Int { origins?.line(of: line) ?? line }

  /// Puts zeros behind the bytes in use.
  func seal() { (memory + count).update(repeating: 0, count: Self.padding) }

  var place: Place { Place(memory) }

  /// The number of line feeds.
  var lineFeeds: Int {
    var total = 0
    var start = 0
    let lineFeed = SIMD32<UInt8>(repeating: UInt8(ascii: "\n"))
    while start < count {
      // Each byte of the sum counts up to 255 blocks; behind the bytes stand zeros.
      let end = min(count, start + 255 * 32)
      var sum = SIMD32<UInt8>()
      while start < end {
        let block = UnsafeRawPointer(memory + start).loadUnaligned(as: SIMD32<UInt8>.self)
        sum &-= unsafeBitCast(block .== lineFeed, to: SIMD32<UInt8>.self)
        start += 32
      }
      total += (0..<32).reduce(0) { $0 + Int(sum[$1]) }
    }
    return total
  }
}
