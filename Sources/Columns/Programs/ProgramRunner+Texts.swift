import CEL
import JSON

extension ProgramRunner {
  func codeIsOneOf(_ place: Int, _ column: Int, _ codes: [Int64], _ rows: Int) {
    let source = storage.columns[column]
    let words = (rows + 63) / 64
    vectors[place].known.update(from: source.known, count: words)
    vectors[place].failed.update(repeating: 0, count: words)
    let values = source.codes
    if codes.count == 1 {
      let code = codes[0]
      mark(vectors[place].truth, rows) { values[$0] == code }
    } else if let last = codes.last, last < 64 {
      var set: UInt64 = 0
      for code in codes { set |= 1 << UInt64(code) }
      mark(vectors[place].truth, rows) { row in
        let code = values[row]
        return code >= 0 && code < 64 && set &>> UInt64(truncatingIfNeeded: code) & 1 == 1
      }
    } else {
      let set = Set(codes)
      for row in 0..<rows where source.known.bit(row) {
        if set.contains(values[row]) {
          vectors[place].truth.setBit(row)
        } else {
          vectors[place].truth.clearBit(row)
        }
      }
    }
  }

  /// The bytes of a text.
  @inline(__always)
  func bytes(_ view: Int64) -> UnsafeBufferPointer<UInt8> {
    let offset = Int(view >> 32)
    return UnsafeBufferPointer(
      start: offset >= 0 ? storage.state.pointee.base + offset : texts.place(offset),
      count: Int(view & 0xFFFF_FFFF))
  }

  func compareTexts(_ place: Int, _ left: Int, _ right: Int, _ relation: Relation, _ rows: Int) {
    meet(place, left, right, (rows + 63) / 64)
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    for row in 0..<rows where result.known.bit(row) {
      let (first, second) = (bytes(a.values[row]), bytes(b.values[row]))
      let order = first.elementsEqual(second) ? 0 : first.lexicographicallyPrecedes(second) ? -1 : 1
      if relation.holds(order, 0) { result.truth.setBit(row) } else { result.truth.clearBit(row) }
    }
  }

  /// One text after the other.
  func joinTexts(_ place: Int, _ left: Int, _ right: Int, _ rows: Int) {
    meet(place, left, right, (rows + 63) / 64)
    let (result, a, b) = (vectors[place], vectors[left], vectors[right])
    for row in 0..<rows where result.known.bit(row) && !result.failed.bit(row) {
      let (first, second) = (bytes(a.values[row]), bytes(b.values[row]))
      // Adding may move the bytes of texts that were made before.
      result.values[row] = texts.add(Text(utf8: Array(first) + Array(second)))
    }
  }

  func testText(_ place: Int, _ register: Int, _ test: TextTest, _ word: Text, _ rows: Int) {
    copyState(place, register, (rows + 63) / 64)
    let (result, vector) = (vectors[place], vectors[register])
    word.utf8.withUnsafeBufferPointer { word in
      for row in 0..<rows where result.known.bit(row) {
        let text = bytes(vector.values[row])
        let holds: Bool
        switch test {
        case .contains: holds = Self.contains(text, word)
        case .startsWith: holds = text.count >= word.count && Self.stands(word, in: text, at: 0)
        case .endsWith:
          holds = text.count >= word.count && Self.stands(word, in: text, at: text.count - word.count)
        case .foldsTo: holds = Text(utf8: Array(text)).folded.utf8.elementsEqual(word)
        }
        if holds { result.truth.setBit(row) } else { result.truth.clearBit(row) }
      }
    }
  }

  @inline(__always)
  private static func stands(
    _ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Bool {
    for index in 0..<word.count where text[offset &+ index] != word[index] { return false }
    return true
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool
  {
    guard let first = word.first else { return true }
    guard text.count >= word.count else { return false }
    // Long words in long texts are left to a search that never goes back.
    if word.count > 16, text.count > 1024 { return Text(utf8: Array(text)).contains(Text(utf8: Array(word))) }
    var offset = 0
    while offset <= text.count &- word.count {
      if text[offset] == first, stands(word, in: text, at: offset) { return true }
      offset &+= 1
    }
    return false
  }

  /// A function of the expression language, row by row.
  func call(_ place: Int, _ arguments: [Int], _ rows: Int) {
    let words = (rows + 63) / 64
    settle(place, words)
    for argument in arguments {
      for word in 0..<words {
        vectors[place].known[word] &= vectors[argument].known[word]
        vectors[place].failed[word] |= vectors[argument].failed[word]
      }
    }
    guard let function = calls[place] else {
      vectors[place].failed.update(repeating: .max, count: words)
      return
    }
    vectors[place].scale = steps[place].type == .decimal ? 9 : 0
    var values: [Value] = []
    for row in 0..<rows where vectors[place].known.bit(row) && !vectors[place].failed.bit(row) {
      values.removeAll(keepingCapacity: true)
      for argument in arguments {
        if let value = value(argument, row) { values.append(value) }
      }
      if values.count < arguments.count || !write(function.result(values, context), place, row) {
        fail(place, row)
      }
    }
  }

  /// A known value as the interpreter has it.
  func value(_ register: Int, _ row: Int) -> Value? {
    let vector = vectors[register]
    switch steps[register].type {
    case .bool: return .bool(vector.truth.bit(row))
    case .int: return .int(vector.values[row])
    case .decimal:
      return Decimal(coefficient: Int128(vector.values[row]), scale: vector.scale).map(Value.decimal)
    case .date: return CivilDate(daysSinceEpoch: vector.values[row]).map(Value.date)
    case .period: return PeriodOrder.period(vector.values[row]).map(Value.period)
    case .string: return .string(Text(utf8: Array(bytes(vector.values[row]))))
    case .enumeration(let name):
      guard let type = schema.enumTypes[name] else { return nil }
      return EnumValue(type: type, index: Int(vector.values[row])).map(Value.enumeration)
    default: return nil
    }
  }

  /// Writes a result; false where a column cannot hold it.
  func write(_ result: Value?, _ place: Int, _ row: Int) -> Bool {
    let vector = vectors[place]
    if case .bool(let bool)? = result, steps[place].type == .bool {
      if bool { vector.truth.setBit(row) } else { vector.truth.clearBit(row) }
      return true
    }
    if case .string(let text)? = result, steps[place].type == .string {
      vector.values[row] = texts.add(text)
      return true
    }
    guard let result, let number = Number(result), number.scale <= vector.scale,
      number.type == steps[place].type
    else {
      return false
    }
    let (value, overflow) = number.value.multipliedReportingOverflow(
      by: PowerOfTen.value(vector.scale - number.scale))
    vector.values[row] = value
    return !overflow
  }
}
