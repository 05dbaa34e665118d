import JSON

extension Text {
  /// The form in which official names, mottos and numbers of documents are compared: folded, without quotation marks
  /// and a final stop, one sort of dash, and no space beside punctuation.
  ///
  /// So `“Số: 05 – CT/TW.”` becomes `số 05-ct/tw`. Linear in the length.
  public var bare: Text {
    let bytes = folded.utf8.span
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      guard let (codePoint, length) = UTF8Decoding.decode(bytes, offset) else { break }
      switch BareSign(codePoint) {
      case .quote: break
      case .dash: Self.join(UInt8(ascii: "-"), to: &kept)
      case .colon, .space:
        if let last = kept.last, last != 0x20, !Self.isSign(last) { kept.append(0x20) }
      case .sign: Self.join(bytes[offset], to: &kept)
      case nil: for index in 0..<length { kept.append(bytes[offset + index]) }
      }
      offset += length
    }
    while let last = kept.last, last == 0x20 || last == UInt8(ascii: ".") { kept.removeLast() }
    return Text(utf8: kept)
  }

  /// Appends a sign in place of a space before it.
  private static func join(_ sign: UInt8, to bytes: inout [UInt8]) {
    if bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(sign)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    BareSign(UInt32(byte)).map { $0 == .sign || $0 == .dash } ?? false
  }
}

/// What is not a letter or digit in a bare text.
private enum BareSign {
  case quote, dash, colon, space, sign

  init?(_ codePoint: UInt32) {
    switch codePoint {
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2032, 0x2033: self = .quote
    case 0x2D, 0x2010...0x2015, 0x2212: self = .dash
    case 0x3A: self = .colon
    case 0x20: self = .space
    case 0x28, 0x29, 0x2C, 0x2F, 0x3B: self = .sign
    default: return nil
    }
  }
}
