/// Turns what the scanner reads into the entries of one document.
struct TapeBuilder {
  private var scanner: JSONScanner
  private var entries: [TapeEntry] = []
  /// The entries of the arrays and objects that are open, outermost first.
  private var open: [Int] = []

  init(limits: JSONLimits) {
    scanner = JSONScanner(limits: limits)
  }

  /// Reads a document, or the value that it begins with; what is wrong with it.
  mutating func build(from bytes: UnsafeRawBufferPointer, toEnd: Bool) -> JSONFailure? {
    scanner.aim(at: bytes)
    entries.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    if scanner.begin(), buildValue(), !toEnd || scanner.finish() { return nil }
    return scanner.failure
  }

  /// The entries that were built. Neighbours in a file are alike, so as much is reserved for the next.
  mutating func takeEntries() -> [TapeEntry] {
    let taken = entries
    entries = []
    entries.reserveCapacity(taken.count + taken.count / 8)
    return taken
  }

  /// Reads one value with everything in it; false after a failure.
  private mutating func buildValue() -> Bool {
    while true {
      var step: JSONScanner.Step
      let byte = scanner.peekValue()
      let start = scanner.offset
      switch byte {
      case 0: return false
      case UInt8(ascii: "{"):
        open.append(append(.object, from: start))
        step = scanner.openObject()
      case UInt8(ascii: "["):
        open.append(append(.array, from: start))
        step = scanner.openArray()
      default:
        guard buildScalar(byte, from: start) else { return false }
        if open.isEmpty { return true }
        step = scanner.next()
      }
      while step == .end {
        close()
        if open.isEmpty { return true }
        step = scanner.next()
      }
      if step == .failed { return false }
    }
  }

  @inline(__always)
  private mutating func buildScalar(_ byte: UInt8, from start: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "\""):
      guard let lexeme = scanner.string() else { return false }
      append(.string, from: start, flags: lexeme.isEscaped ? .isEscaped : [])
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      guard scanner.literal() else { return false }
      append(.boolean, from: start)
    case UInt8(ascii: "n"):
      guard scanner.literal() else { return false }
      append(.null, from: start)
    default:
      guard scanner.number() else { return false }
      append(.number, from: start)
    }
    return true
  }

  /// Adds the value between `start` and the scanner's place, under the last key where an object is open.
  @inline(__always) @discardableResult
  private mutating func append(_ kind: JSONKind, from start: Int, flags: TapeEntry.Flags = []) -> Int {
    let index = entries.count
    var entry = TapeEntry(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: scanner.offset),
      next: UInt32(truncatingIfNeeded: index &+ 1), kind: kind, flags: flags)
    if let parent = open.last {
      entries[parent].count &+= 1
      if entries[parent].kind == .object {
        entry.keyStart = UInt32(truncatingIfNeeded: scanner.key.start)
        entry.keyEnd = UInt32(truncatingIfNeeded: scanner.key.end)
        entry.keyDigest = UInt32(truncatingIfNeeded: scanner.keyDigest &>> 32)
        entry.flags.insert(.hasKey)
        if scanner.key.isEscaped { entry.flags.insert(.keyIsEscaped) }
      }
    }
    entries.append(entry)
    return index
  }

  /// Ends the innermost open array or object, whose bracket the scanner has passed.
  @inline(__always)
  private mutating func close() {
    let index = open.removeLast()
    entries[index].end = UInt32(truncatingIfNeeded: scanner.offset)
    entries[index].next = UInt32(truncatingIfNeeded: entries.count)
  }
}
