extension Text {
  /// The offset of the first byte that is no part of a well-formed UTF-8 sequence; nil where there is none.
  ///
  /// Linear in the number of bytes.
  public var illFormedByte: Int? {
    utf8.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        if bytes[place] < 0x80 {
          place &+= 1
        } else if let length = UTF8Sequence.length(at: place, in: bytes) {
          place &+= length
        } else {
          return place
        }
      }
      return nil
    }
  }
}
