/// Texts that are looked for at one place of a record: the members of an enum, or what rules compare a text with.
struct WordTable {
  /// One of the texts, in quotes.
  struct Word: BitwiseCopyable {
    let text: ByteWord
    let code: Int64

    var length: Int { text.length }
  }

  let table: HeadTable<Word>

  /// Which of the texts stands at a place, quote and all.
  @inline(__always)
  func find(_ place: Place) -> UnsafeMutablePointer<Word>? {
    var slot = table.slot(of: place + 1)
    while let word = table.slots[slot] {
      // The text stands first in a word.
      let text = UnsafeRawPointer(word).assumingMemoryBound(to: ByteWord.self)
      if ByteWord.stands(text, at: place) { return word }
      slot = (slot &+ 1) & table.mask
    }
    return nil
  }
}
