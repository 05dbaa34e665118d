import JSON

/// Reads a JSON text record by record: the one object, or the elements of the one array.
///
/// Elements are read one after the other, so those before a break in the text are kept.
struct DocumentCutter {
  private enum Stage {
    case start, element, separator, end
  }

  private let bytes: [UInt8]
  private var stage = Stage.start
  private var offset = 0
  private var place = JSONPosition.start
  private var parser = JSONParser()

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Result<JSONDocument, JSONError>? {
    skipSpace()
    switch stage {
    case .end: return nil
    case .start:
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "[") else {
        stage = .end
        return whole()
      }
      advance(to: offset + 1)
      skipSpace()
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") { return finish() }
      return element()
    case .element: return element()
    case .separator:
      guard offset < bytes.count else { return broken(.unexpectedEnd, [.comma, .endOfArray]) }
      switch bytes[offset] {
      case UInt8(ascii: "]"): return finish()
      case UInt8(ascii: ","):
        advance(to: offset + 1)
        return element()
      default: return broken(.unexpectedByte, [.comma, .endOfArray])
      }
    }
  }

  private mutating func whole() -> Result<JSONDocument, JSONError> {
    do throws(JSONError) {
      return .success(try parser.parse(bytes, in: offset..<bytes.count, origin: place))
    } catch {
      return .failure(error)
    }
  }

  private mutating func element() -> Result<JSONDocument, JSONError>? {
    skipSpace()
    do throws(JSONError) {
      let document = try parser.parsePrefix(of: bytes, in: offset..<bytes.count, origin: place)
      advance(to: document.root.range.upperBound)
      stage = .separator
      return .success(document)
    } catch {
      stage = .end
      return .failure(error)
    }
  }

  private mutating func finish() -> Result<JSONDocument, JSONError>? {
    advance(to: offset + 1)
    skipSpace()
    stage = .end
    return offset < bytes.count ? broken(.trailingBytes, .endOfInput) : nil
  }

  private mutating func broken(
    _ code: JSONErrorCode, _ expected: JSONExpectation
  ) -> Result<JSONDocument, JSONError> {
    stage = .end
    let found = offset < bytes.count ? Text(utf8: [bytes[offset]]) : ""
    return .failure(JSONError(code: code, position: place, found: found, expected: expected))
  }

  private mutating func skipSpace() {
    var end = offset
    while end < bytes.count, bytes[end] == 0x20 || (0x09...0x0D).contains(bytes[end]) { end += 1 }
    advance(to: end)
  }

  private mutating func advance(to end: Int) {
    place = place.advanced(over: bytes[offset..<end])
    offset = end
  }
}
