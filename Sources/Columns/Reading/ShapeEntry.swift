/// One declared key of an object, or the element of a list: flat, so that reading counts no references.
struct ShapeEntry: BitwiseCopyable {
  /// `"name":`
  var name: ByteWord
  /// Bytes from this entry to that of the key which came next in the last object in which it did not follow in order.
  var step = MemoryLayout<ShapeEntry>.stride
  /// The object in which the key was seen last.
  var object: UInt64 = 0
  var form: ValueForm
  /// True for a date that may lie after the day of knowledge.
  var isPlanned = false
  /// Column of the value; for sections and lists, of whether it is given.
  var column: UnsafeMutablePointer<Column>
  /// Shape or list.
  var target = 0
  /// Of a number, decimal places that its column must have beyond its own.
  var spare = 0
  /// Texts that are recognised as they are, quotes and all; nil without.
  var words: UnsafeMutablePointer<WordTable>?
  /// Largest number of characters.
  var maximumLength = Int.max

  @inline(__always)
  var length: Int { name.length }

  /// True where the key stands at a place.
  @inline(__always)
  static func matches(_ entry: UnsafeMutablePointer<ShapeEntry>, _ place: Place) -> Bool {
    // The name stands first in an entry.
    ByteWord.stands(UnsafeRawPointer(entry).assumingMemoryBound(to: ByteWord.self), at: place)
  }

  /// The entry of the key that is expected behind another.
  @inline(__always)
  static func next(_ entry: UnsafeMutablePointer<ShapeEntry>) -> UnsafeMutablePointer<ShapeEntry> {
    (UnsafeMutableRawPointer(entry) + entry.pointee.step).assumingMemoryBound(to: ShapeEntry.self)
  }

  static func link(_ entry: UnsafeMutablePointer<ShapeEntry>, to next: UnsafeMutablePointer<ShapeEntry>) {
    entry.pointee.step = UnsafeMutableRawPointer(next) - UnsafeMutableRawPointer(entry)
  }
}
