import JSON

extension DocumentReader {
  /// The next line that is not blank; a broken line does not stop the one after it.
  mutating func nextLine() throws(SourceError) -> Result<JSONDocument, BrokenDocument>? {
    while let end = try endOfLine() {
      let origin = window.place
      let line = window.offset..<end
      if line.count > limits.length {
        let error = tooLong()
        try skipLine()
        return .failure(BrokenDocument(error))
      }
      let bytes = window.bytes
      window.advance(to: min(end + 1, bytes.count))
      if !bytes[line].allSatisfy(\.isJSONSpace) { return parse(bytes, line, origin) }
    }
    return nil
  }

  /// The bytes of the next line that is not blank, with its place, of a source of one record a line.
  mutating func nextLineBytes() throws(SourceError) -> (bytes: [UInt8], origin: JSONPosition)? {
    while let end = try endOfLine() {
      let origin = window.place
      // One byte beyond the limit tells that the line is too long.
      let line = window.offset..<min(end, window.offset + limits.length + 1)
      let bytes = Array(window.bytes[line])
      if line.count > limits.length {
        try skipLine()
      } else {
        window.advance(to: min(end + 1, window.bytes.count))
      }
      if !bytes.allSatisfy(\.isJSONSpace) { return (bytes, origin) }
    }
    return nil
  }

  private mutating func parse(
    _ bytes: [UInt8], _ line: Range<Int>, _ origin: JSONPosition
  ) -> Result<JSONDocument, BrokenDocument> {
    do throws(JSONError) {
      return .success(try parser.parse(bytes, in: line, origin: origin))
    } catch {
      return .failure(BrokenDocument(error))
    }
  }

  /// The end of the next line, or a place beyond the limit of its length; nil where nothing is left.
  private mutating func endOfLine() throws(SourceError) -> Int? {
    while true {
      if let end = window.lineFeed() { return end }
      if window.unread.count > limits.length { return window.bytes.count }
      guard try window.fetch() else { return window.unread.isEmpty ? nil : window.bytes.count }
    }
  }

  /// Passes a line without keeping it.
  private mutating func skipLine() throws(SourceError) {
    repeat {
      if let end = window.lineFeed() {
        window.advance(to: end + 1)
        return
      }
      window.advance(to: window.bytes.count)
    } while try window.fetch()
  }
}
