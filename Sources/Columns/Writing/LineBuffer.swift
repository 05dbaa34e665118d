/// Bytes of output in one piece of memory: room is asked for once for each line, not for each piece of it.
final class LineBuffer: @unchecked Sendable {
  // Written by one worker, then read by whoever commits its chunk.

  private(set) var memory: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  private(set) var count = 0
  /// Bytes that a copy may write beyond what it copies.
  private static let slack = 16

  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity + Self.slack)
  }

  deinit { memory.deallocate() }

  func clear() { count = 0 }

  /// Where the next byte goes, with room for so many.
  @inline(__always)
  func end(_ room: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < room { grow(room) }
    return memory + count
  }

  @inline(never)
  private func grow(_ room: Int) {
    let larger = max(2 * capacity, count + room)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
    moved.update(from: memory, count: count)
    memory.deallocate()
    (memory, capacity) = (moved, larger)
  }

  /// Takes in what has been written behind the end.
  @inline(__always)
  func close(_ end: UnsafeMutablePointer<UInt8>) { count = end - memory }

  func append(_ bytes: [UInt8]) {
    var end = end(bytes.count)
    end.put(bytes)
    close(end)
  }

  /// All bytes.
  var bytes: UnsafeBufferPointer<UInt8> { self[0..<count] }

  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Copies sixteen bytes at a time, so up to fifteen more are read and written than are asked for.
  @inline(__always)
  mutating func put(_ source: UnsafePointer<UInt8>, _ count: Int) {
    var offset = 0
    while offset < count {
      let block = UnsafeRawPointer(source + offset).loadUnaligned(as: SIMD2<UInt64>.self)
      UnsafeMutableRawPointer(self + offset).storeBytes(of: block, as: SIMD2<UInt64>.self)
      offset &+= 16
    }
    self += count
  }

  /// Copies so many bytes and no more.
  mutating func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { update(from: start, count: bytes.count) }
    }
    self += bytes.count
  }

  /// Writes a number in its digits.
  @inline(__always)
  mutating func put(_ number: UInt) {
    if number < 10 {
      pointee = UInt8(truncatingIfNeeded: number) &+ UInt8(ascii: "0")
      self += 1
    } else {
      putDigits(number)
    }
  }

  @inline(never)
  private mutating func putDigits(_ number: UInt) {
    if number >= 10 { putDigits(number / 10) }
    pointee = UInt8(truncatingIfNeeded: number % 10) &+ UInt8(ascii: "0")
    self += 1
  }
}
