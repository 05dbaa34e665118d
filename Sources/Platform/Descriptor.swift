/// A file or stream that is open, by its number.
public struct Descriptor: Sendable, Equatable {
  public static let standardInput = Descriptor(STDIN_FILENO)
  public static let standardOutput = Descriptor(STDOUT_FILENO)
  public static let standardError = Descriptor(STDERR_FILENO)

  public let number: Int32

  public init(_ number: Int32) { self.number = number }

  /// A new file that its owner alone may read and write, unless there is one already; nil where it can't be opened.
  public init?(creating path: String, mode: mode_t = 0o666) {
    let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// An open file to read; nil where it can't be opened.
  public init?(reading path: String) {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// Fills memory from the front as far as there is something to read.
  ///
  /// - Returns: the number of bytes: none at the end, fewer than asked where a pipe has no more yet; nil on a failure.
  public func read(into memory: UnsafeMutableRawPointer, _ count: Int) -> Int? {
    while true {
      let got = posixRead(number, memory, count)
      if got >= 0 { return got }
      guard errno == EINTR else { return nil }
    }
  }

  /// The next bytes, at most `count`; empty at the end, nil on a failure.
  public func read(upTo count: Int) -> [UInt8]? {
    var isSound = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      guard let start = buffer.baseAddress, let got = read(into: start, count) else {
        isSound = false
        return
      }
      size = got
    }
    return isSound ? bytes : nil
  }

  /// As many bytes, fewer where the end comes before; nil on a failure.
  public func read(exactly count: Int) -> [UInt8]? {
    var isSound = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      while size < count, let start = buffer.baseAddress {
        guard let got = read(into: start + size, count - size) else {
          isSound = false
          return
        }
        if got == 0 { return }
        size += got
      }
    }
    return isSound ? bytes : nil
  }

  /// All bytes up to the end; nil on a failure.
  public func readToEnd() -> [UInt8]? {
    var bytes: [UInt8] = []
    while let piece = read(upTo: 1 << 16) {
      if piece.isEmpty { return bytes }
      bytes += piece
    }
    return nil
  }

  /// Writes all bytes; false where that fails.
  public func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var written = 0
    while written < bytes.count, let start = bytes.baseAddress {
      let count = posixWrite(number, start + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      written += count
    }
    return true
  }

  /// Writes all bytes; false where that fails.
  public func write(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(write) }

  /// False where what was written could not be kept.
  public func close() -> Bool { posixClose(number) == 0 }
}

// The methods of the same names hide these.
private func posixRead(_ number: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(number, start, count)
}
private func posixWrite(_ number: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(number, start, count)
}
private func posixClose(_ number: Int32) -> Int32 { close(number) }
