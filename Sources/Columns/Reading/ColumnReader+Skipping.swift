import JSON

/// What no rule reads is passed over, but not trusted.
extension ColumnReader {
  /// Deeper goes to the tree reader, which counts.
  private static let deepest = 200

  func skipValue(_ place: Place) -> Place? {
    switch place.pointee {
    case UInt8(ascii: "\""): return skipString(place)
    case UInt8(ascii: "{"): return skipObject(place)
    case UInt8(ascii: "["): return skipArray(place)
    case UInt8(ascii: "t"): return place.word & 0xFFFF_FFFF == 0x6575_7274 ? place + 4 : nil
    case UInt8(ascii: "f"): return place.word & 0xFF_FFFF_FFFF == 0x65_736C_6166 ? place + 5 : nil
    case UInt8(ascii: "n"): return null(place)
    default: return skipNumber(place)
    }
  }

  private func skipObject(_ start: Place) -> Place? {
    guard state.pointee.depth < Self.deepest else { return nil }
    state.pointee.depth &+= 1
    let firstDigest = state.pointee.digestCount
    var place = skipSpace(start + 1)
    if place.pointee != UInt8(ascii: "}") {
      while true {
        guard place.pointee == UInt8(ascii: "\""), let quote = StringScan.end(of: place + 1),
          addDigest(place + 1, quote - place - 1)
        else { return nil }
        place = quote + 1
        if place.pointee != UInt8(ascii: ":") { place = skipSpace(place) }
        guard place.pointee == UInt8(ascii: ":"), let behind = skipValue(skipSpace(place + 1)) else {
          return nil
        }
        place = skipSpace(behind)
        if place.pointee == UInt8(ascii: "}") { break }
        guard place.pointee == UInt8(ascii: ",") else { return nil }
        place = skipSpace(place + 1)
      }
    }
    state.pointee.depth &-= 1
    return dropDigests(from: firstDigest) ? place + 1 : nil
  }

  private func skipArray(_ start: Place) -> Place? {
    guard state.pointee.depth < Self.deepest else { return nil }
    state.pointee.depth &+= 1
    var place = skipSpace(start + 1)
    if place.pointee != UInt8(ascii: "]") {
      while true {
        guard let behind = skipValue(place) else { return nil }
        place = skipSpace(behind)
        if place.pointee == UInt8(ascii: "]") { break }
        guard place.pointee == UInt8(ascii: ",") else { return nil }
        place = skipSpace(place + 1)
      }
    }
    state.pointee.depth &-= 1
    return place + 1
  }

  private func skipNumber(_ start: Place) -> Place? {
    var place = start
    if place.pointee == UInt8(ascii: "-") { place += 1 }
    let isZero = place.pointee == UInt8(ascii: "0")
    guard let whole = skipDigits(place), !isZero || whole == place + 1 else { return nil }
    place = whole
    if place.pointee == UInt8(ascii: ".") {
      guard let fraction = skipDigits(place + 1) else { return nil }
      place = fraction
    }
    if place.pointee | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place.pointee == UInt8(ascii: "+") || place.pointee == UInt8(ascii: "-") { place += 1 }
      return skipDigits(place)
    }
    return place
  }

  /// Passes one digit or more.
  @inline(__always)
  private func skipDigits(_ start: Place) -> Place? {
    var place = start
    while place.pointee &- UInt8(ascii: "0") <= 9 { place += 1 }
    return place > start ? place : nil
  }

  /// Passes a string, with its escapes.
  func skipString(_ start: Place) -> Place? {
    if let quote = StringScan.end(of: start + 1) { return quote + 1 }
    var place = start + 1
    while true {
      let stops = StringScan.stops(in: place.word)
      guard stops != 0 else {
        place += 8
        continue
      }
      place += stops.trailingZeroBitCount &>> 3
      if place.pointee == UInt8(ascii: "\"") { break }
      guard let behind = skipEscape(place) else { return nil }
      place = behind
    }
    return StringScan.isWellFormed(from: start + 1, to: place) ? place + 1 : nil
  }

  private func skipEscape(_ place: Place) -> Place? {
    guard place.pointee == UInt8(ascii: "\\") else { return nil }
    switch place[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return place + 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(place) else { return nil }
      if unit & 0xF800 != 0xD800 { return place + 6 }
      guard unit < 0xDC00, place[6] == UInt8(ascii: "\\"), place[7] == UInt8(ascii: "u"),
        let low = codeUnit(place + 6), low & 0xFC00 == 0xDC00
      else { return nil }
      return place + 12
    default: return nil
    }
  }

  /// The value of `\uXXXX`.
  private func codeUnit(_ place: Place) -> UInt16? {
    var unit: UInt16 = 0
    for offset in 2..<6 {
      guard let digit = place[offset].hexadecimalValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
