/// Turns what the scanner reads into the entries of one document.
struct TapeBuilder: ~Copyable {
  /// The entries of the last document.
  private(set) var entries = Scratch<TapeEntry>()
  private var scanner: JSONScanner
  /// The arrays and objects around `parent`, outermost first.
  private var outer = Scratch<Int>()
  /// The innermost open array or object; negative outside.
  private var parent = -1
  private var isInObject = false

  init(limits: JSONLimits) {
    scanner = JSONScanner(limits: limits)
  }

  /// Reads a document, or the value that it begins with; what is wrong with it.
  mutating func build(from bytes: UnsafeRawBufferPointer, toEnd: Bool) -> JSONFailure? {
    let limit = scanner.limits.length
    let isCut = !toEnd && bytes.count > limit
    scanner.aim(at: isCut ? bytes.part(0..<limit) : bytes)
    entries.truncate(to: 0)
    outer.truncate(to: 0)
    parent = -1
    isInObject = false
    let isRead = scanner.begin() && buildValue() && (!toEnd || scanner.finish())
    if isCut, !isRead || entries[0].kind == .number, scanner.isAtEnd {
      // More bytes than the limit are there, and the value would go on, or might.
      return JSONFailure(code: .tooLong, offset: limit, limit: limit)
    }
    return scanner.failure
  }

  /// Reads one value with everything in it; false after a failure.
  private mutating func buildValue() -> Bool {
    while true {
      var step: JSONScanner.Step
      let byte = scanner.peekValue()
      switch byte {
      case 0: return false
      case UInt8(ascii: "{"):
        open(.object)
        step = scanner.openObject()
      case UInt8(ascii: "["):
        open(.array)
        step = scanner.openArray()
      default:
        guard buildScalar(byte) else { return false }
        if parent < 0 { return true }
        step = isInObject ? scanner.nextMember() : scanner.nextElement()
      }
      while step == .end {
        close()
        if parent < 0 { return true }
        step = isInObject ? scanner.nextMember() : scanner.nextElement()
      }
      if step == .failed { return false }
    }
  }

  @inline(__always)
  private mutating func buildScalar(_ byte: UInt8) -> Bool {
    let start = scanner.offset
    switch byte {
    case UInt8(ascii: "\""):
      let form = scanner.string()
      append(.string, from: start, flags: form == .escaped ? .isEscaped : [])
      return form != .failed
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
  @inline(__always)
  private mutating func append(_ kind: JSONKind, from start: Int, flags: TapeEntry.Flags = []) {
    var entry = TapeEntry(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: scanner.offset),
      next: UInt32(truncatingIfNeeded: entries.count &+ 1), kind: kind, flags: flags)
    if isInObject {
      entry.keyStart = UInt32(truncatingIfNeeded: scanner.key.start)
      entry.keyEnd = UInt32(truncatingIfNeeded: scanner.key.end)
      entry.keyDigest = scanner.keyDigest
      entry.flags.insert(.hasKey)
      if scanner.key.isEscaped { entry.flags.insert(.keyIsEscaped) }
    }
    if parent >= 0 { entries[parent].count &+= 1 }
    entries.append(entry)
  }

  @inline(__always)
  private mutating func open(_ kind: JSONKind) {
    let index = entries.count
    append(kind, from: scanner.offset)
    outer.append(parent)
    parent = index
    isInObject = kind == .object
  }

  /// Ends the innermost open array or object, whose bracket the scanner has passed.
  @inline(__always)
  private mutating func close() {
    entries[parent].end = UInt32(truncatingIfNeeded: scanner.offset)
    entries[parent].next = UInt32(truncatingIfNeeded: entries.count)
    parent = outer.removeLast()
    isInObject = parent >= 0 && entries[parent].kind == .object
  }
}
