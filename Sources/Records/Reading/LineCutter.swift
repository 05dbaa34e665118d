import JSON

/// Reads NDJSON line by line; blank lines are passed over, a broken line does not stop the next.
struct LineCutter {
  private let reader: ByteReader
  private var bytes: [UInt8]
  private var offset = 0
  /// Place of `bytes[offset]` in the source.
  private var place = JSONPosition.start
  private var isAtEnd = false
  private var parser = JSONParser()

  init(_ reader: ByteReader, _ first: [UInt8]) {
    self.reader = reader
    bytes = first
  }

  /// Memory stays at one piece and one line.
  mutating func next() throws(SourceError) -> Result<JSONDocument, JSONError>? {
    while true {
      guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? lastEnd else {
        if isAtEnd { return nil }
        try refill()
        continue
      }
      let line = offset..<end
      let origin = place
      let following = min(end + 1, bytes.count)
      place.byte += following - offset
      place.line += 1
      offset = following
      if !bytes[line].allSatisfy({ $0 <= 0x20 }) { return parse(line, origin) }
    }
  }

  private mutating func parse(_ line: Range<Int>, _ origin: JSONPosition) -> Result<JSONDocument, JSONError> {
    do throws(JSONError) {
      return .success(try parser.parse(bytes, in: line, origin: origin))
    } catch {
      return .failure(error)
    }
  }

  /// The end of a last line without line feed.
  private var lastEnd: Int? { isAtEnd && offset < bytes.count ? bytes.count : nil }

  /// Goes on with what is left of the piece; texts handed out keep the old one.
  private mutating func refill() throws(SourceError) {
    guard let piece = try reader.piece() else {
      isAtEnd = true
      return
    }
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count - offset + piece.count)
    joined += bytes[offset...]
    joined += piece
    bytes = joined
    offset = 0
  }
}
