import JSON

/// What a reader works on, in one piece of flat memory.
struct ReaderState {
  var shapes: UnsafeMutablePointer<Shape>
  var lists: UnsafeMutablePointer<ListSpace>
  var listCount: Int
  var root: UnsafeMutablePointer<ShapeEntry>
  /// The columns of the fields that name a record.
  var keys: UnsafeMutablePointer<UnsafeMutablePointer<Column>>
  var keyCount = 0
  /// True where all of them are declared.
  var hasKey = true
  /// 10⁰ … 10¹⁸.
  var powers: UnsafeMutablePointer<Int64>
  /// First byte of the batch.
  var base: Place
  /// Records read so far of the batch.
  var rows = 0
  /// Objects begun so far.
  var objects: UInt64 = 0
  /// A fact dated after this day is not given.
  var asOf: Int64
  /// The record's type as `"name"` with quotes.
  var typeName: WordTable
  /// Whether the record had a `type` of its own.
  var hasType = false
  /// Whether something of the record was passed over that the tree reader would speak of.
  var hasWarnings = false
  /// True within an array, where a line feed is white space as any other.
  var lineFeeds = false
  /// Digests of undeclared keys of the objects that are open.
  var digests: UnsafeMutablePointer<UInt64>
  var digestCount = 0
  var digestCapacity: Int
  var depth = 0
  /// Called where the rows of a list outgrow their columns.
  unowned(unsafe) var storage: ColumnStorage
}
