/// A place in the bytes of a batch; behind their end stand at least `ChunkBuffer.padding` zeros.
typealias Place = UnsafePointer<UInt8>

extension Place {
  /// Eight bytes, the first of them lowest.
  @inline(__always)
  var word: UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(self).loadUnaligned(as: UInt64.self))
  }

  /// True where one of eight bytes is a line feed.
  @inline(__always)
  var holdsLineFeed: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let differing = word ^ (ones &* 0x0A)
    return (differing &- ones) & ~differing & (ones &* 0x80) != 0
  }

  /// Sixteen bytes.
  @inline(__always)
  var block: SIMD16<UInt8> { UnsafeRawPointer(self).loadUnaligned(as: SIMD16<UInt8>.self) }

  /// The place after white space other than line feeds; within lines a line feed ends the record.
  @inline(__always)
  func skippingSpace(lineFeeds: Bool) -> Place {
    pointee > 0x20 ? self : slowlySkippingSpace(lineFeeds: lineFeeds)
  }

  @inline(never)
  private func slowlySkippingSpace(lineFeeds: Bool) -> Place {
    var place = self
    while place.pointee == 0x20 || place.pointee == 0x09 || place.pointee == 0x0D
      || (lineFeeds && place.pointee == 0x0A)
    {
      place += 1
    }
    return place
  }
}
