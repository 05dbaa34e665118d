/// One declared key of an object, or the element of a list: flat, so that reading counts no references.
struct ShapeEntry {
  /// The first eight bytes of `"name":`, and which of them count.
  var word: UInt64 = 0
  var mask: UInt64 = 0
  /// `"name":` with zeros behind.
  var text: Place
  var length = 0
  /// The key that came next in the last object in which it did not follow in order.
  var next: UnsafeMutablePointer<ShapeEntry>?
  /// The object in which the key was seen last.
  var object: UInt64 = 0
  var form: ValueForm
  /// True for a date that may lie after the day of knowledge.
  var isPlanned = false
  /// Column of the value; for sections and lists, of whether it is given.
  var column: UnsafeMutablePointer<Column>
  /// Shape or list.
  var target = 0
  /// Texts that are recognised as they are, quotes and all; nil without.
  var words: UnsafeMutablePointer<WordTable>?
  /// Largest number of characters.
  var maximumLength = Int.max

  @inline(__always)
  func matches(_ place: Place) -> Bool {
    guard (place.word ^ word) & mask == 0 else { return false }
    return length <= 8 || matchesRest(place)
  }

  @inline(__always)
  private func matchesRest(_ place: Place) -> Bool {
    var offset = 8
    while offset &+ 8 < length {
      guard (place + offset).word == (text + offset).word else { return false }
      offset &+= 8
    }
    return (place + length - 8).word == (text + length - 8).word
  }
}
