extension JSONScanner {
  /// Reads a value whose first byte is next, as strictly as any other, and keeps nothing of it; false after a failure.
  mutating func skipValue() -> Bool {
    let depth = frames.count
    while true {
      var step: Step
      switch peekValue() {
      case 0: return false
      case UInt8(ascii: "\""):
        guard string() != .failed else { return false }
        step = .end
      case UInt8(ascii: "{"): step = openObject()
      case UInt8(ascii: "["): step = openArray()
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        guard literal() else { return false }
        step = .end
      default:
        guard number() else { return false }
        step = .end
      }
      // A value has ended: so may the arrays and objects around it.
      while step == .end {
        if frames.count == depth { return true }
        step = frames[frames.count &- 1].firstKey < 0 ? nextElement() : nextMember()
      }
      if step == .failed { return false }
    }
  }
}
