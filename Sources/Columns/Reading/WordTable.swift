/// Texts that are looked for at one place of a record: the members of an enum, or what rules compare a text with.
struct WordTable {
  /// One of the texts, in quotes.
  struct Word {
    var word: UInt64
    var mask: UInt64
    var text: Place
    var length: Int
    var code: Int64
  }

  var words: UnsafeMutablePointer<Word>
  var count: Int

  /// Which of the texts stands at a place, quote and all.
  @inline(__always)
  func find(_ place: Place) -> UnsafeMutablePointer<Word>? {
    let first = place.word
    var index = 0
    while index < count {
      let word = words + index
      if (first ^ word.pointee.word) & word.pointee.mask == 0,
        word.pointee.length <= 8 || Self.matches(word, place)
      {
        return word
      }
      index &+= 1
    }
    return nil
  }

  @inline(__always)
  private static func matches(_ word: UnsafeMutablePointer<Word>, _ place: Place) -> Bool {
    let length = word.pointee.length
    var offset = 8
    while offset &+ 8 < length {
      guard (place + offset).word == (word.pointee.text + offset).word else { return false }
      offset &+= 8
    }
    return (place + length - 8).word == (word.pointee.text + length - 8).word
  }
}
