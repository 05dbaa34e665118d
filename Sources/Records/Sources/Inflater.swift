import Zlib

/// Unpacks gzip as it is read, one member after the other (RFC 1952).
final class Inflater {
  /// Why unpacking stops.
  enum Stop: Error {
    /// The bytes are no gzip, or some are missing.
    case broken
    case source(SourceError)
  }

  // The library keeps the address of its state.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var isBetweenMembers = false
  private var isBroken = false

  /// Nil where there is no memory for it.
  init?(inputSize: Int = 1 << 16) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: inputSize)
    let gzipWindow: Int32 = 15 + 16
    guard
      inflateInit2_(stream, gzipWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      stream.deallocate()
      input.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Unpacks up to `count` bytes; none only at the end.
  ///
  /// What stands before a break is unpacked first, however few bytes are asked for at once.
  ///
  /// - Parameter fetch: reads packed bytes; 0 at their end.
  func read(
    into memory: UnsafeMutablePointer<UInt8>, _ count: Int,
    _ fetch: (UnsafeMutablePointer<UInt8>, Int) throws(SourceError) -> Int
  ) throws(Stop) -> Int {
    let wanted = UInt32(clamping: count)
    stream.pointee.next_out = memory
    stream.pointee.avail_out = wanted
    while stream.pointee.avail_out == wanted {
      if isBroken { throw .broken }
      if stream.pointee.avail_in == 0, try !refill(fetch) {
        guard isBetweenMembers else { throw .broken }
        break
      }
      if isBetweenMembers {
        inflateReset(stream)
        isBetweenMembers = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default: isBroken = true
      }
    }
    return Int(wanted - stream.pointee.avail_out)
  }

  private func refill(
    _ fetch: (UnsafeMutablePointer<UInt8>, Int) throws(SourceError) -> Int
  ) throws(Stop) -> Bool {
    guard let start = input.baseAddress else { return false }
    let got: Int
    do throws(SourceError) {
      got = try fetch(start, input.count)
    } catch {
      throw .source(error)
    }
    stream.pointee.next_in = start
    stream.pointee.avail_in = UInt32(got)
    return got > 0
  }
}
