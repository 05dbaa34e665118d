/// Texts that are looked for at one place of a record: the members of an enum, or what rules compare a text with.
struct WordTable {
  /// One of the texts, in quotes.
  struct Word {
    let text: ByteWord
    let code: Int64

    var length: Int { text.length }
  }

  var words: UnsafeMutablePointer<Word>
  var slots: HeadSlots

  /// Which of the texts stands at a place, quote and all.
  @inline(__always)
  func find(_ place: Place) -> UnsafeMutablePointer<Word>? {
    var slot = slots.slot(of: place + 1)
    while slots.entries[slot] != 0 {
      let word = words + (Int(slots.entries[slot]) &- 1)
      // The text stands first in a word.
      let text = UnsafeRawPointer(word).assumingMemoryBound(to: ByteWord.self)
      if ByteWord.stands(text, at: place) { return word }
      slot = (slot &+ 1) & slots.mask
    }
    return nil
  }
}
