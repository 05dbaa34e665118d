import Platform

/// Reads the bytes of a source, unpacked where its name ends in `.gz`.
public final class ByteReader {
  private let source: RecordSource
  private let pieceSize: Int
  private let descriptor: Descriptor
  private let inflater: Inflater?
  /// Bytes that have been looked at and not read.
  private var ahead: [UInt8] = []

  public convenience init(_ source: RecordSource) throws(SourceError) {
    try self.init(source, pieceSize: 1 << 20)
  }

  /// - Parameter pieceSize: bytes that are asked for at once.
  init(_ source: RecordSource, pieceSize: Int) throws(SourceError) {
    self.source = source
    self.pieceSize = pieceSize
    inflater = source.isPacked ? Inflater() : nil
    switch source {
    case .standardInput: descriptor = .standardInput
    case .file(let path), .spooled(let path):
      guard let isFolder = FileManager.default.isFolder(path) else {
        throw SourceError(source: source, reason: .notFound)
      }
      guard !isFolder else { throw SourceError(source: source, reason: .isFolder) }
      guard let opened = Descriptor(reading: path) else {
        throw SourceError(source: source, reason: .unreadable)
      }
      descriptor = opened
    }
  }

  deinit {
    if source != .standardInput { _ = descriptor.close() }
  }

  /// Reads up to `count` bytes, fewer where a pipe has no more yet; none only at the end.
  public func read(into memory: UnsafeMutablePointer<UInt8>, _ count: Int) throws(SourceError) -> Int {
    guard ahead.isEmpty else {
      let taken = min(count, ahead.count)
      for place in 0..<taken { memory[place] = ahead[place] }
      ahead.removeFirst(taken)
      return taken
    }
    return try readOn(into: memory, count)
  }

  /// Up to `pieceSize` bytes, fewer where a pipe has no more yet; nil at the end.
  public func piece() throws(SourceError) -> [UInt8]? {
    guard ahead.isEmpty else {
      defer { ahead = [] }
      return ahead
    }
    return try fetch()
  }

  /// The next line that is not blank, without passing it; nil where it is longer than a limit or has no end.
  func lineAhead(limit: Int) throws(SourceError) -> [UInt8]? {
    while true {
      let start = ahead.firstIndex { !$0.isJSONSpace } ?? ahead.count
      if let end = ahead[start...].firstIndex(of: UInt8(ascii: "\n")) { return Array(ahead[start..<end]) }
      guard ahead.count - start <= limit, let piece = try fetch() else { return nil }
      ahead += piece
    }
  }

  /// The next byte that is no white space, without passing it; nil where there is none.
  func byteAhead() throws(SourceError) -> UInt8? {
    while true {
      if let byte = ahead.first(where: { !$0.isJSONSpace }) { return byte }
      guard let piece = try fetch() else { return nil }
      ahead += piece
    }
  }

  private func fetch() throws(SourceError) -> [UInt8]? {
    var failure: SourceError?
    let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      do throws(SourceError) {
        count = try readOn(into: start, buffer.count)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return piece.isEmpty ? nil : piece
  }

  private func readOn(into memory: UnsafeMutablePointer<UInt8>, _ count: Int) throws(SourceError) -> Int {
    guard let inflater else { return try readFile(into: memory, count) }
    do throws(Inflater.Stop) {
      return try inflater.read(into: memory, count) { (memory, count) throws(SourceError) in
        try readFile(into: memory, count)
      }
    } catch {
      switch error {
      case .broken: throw SourceError(source: source, reason: .brokenArchive)
      case .source(let error): throw error
      }
    }
  }

  private func readFile(into memory: UnsafeMutablePointer<UInt8>, _ count: Int) throws(SourceError) -> Int {
    guard let got = descriptor.read(into: memory, count) else {
      throw SourceError(source: source, reason: .unreadable)
    }
    return got
  }
}
