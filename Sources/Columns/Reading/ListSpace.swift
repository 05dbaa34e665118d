/// The items of one list of all records of a batch: rows of their own, those of one record side by side.
struct ListSpace {
  /// By row of the record: its first item and the one behind its last.
  var starts: UnsafeMutablePointer<Int32>
  var ends: UnsafeMutablePointer<Int32>
  /// How an item is read.
  var element: UnsafeMutablePointer<ShapeEntry>
  var space = 0
  var parent = 0
  /// Items so far, and when the record began.
  var count = 0
  var savedCount = 0
  var capacity = 0
  var maximumCount = Int.max
  /// False where a further, unknown item is to be taken into account.
  var isComplete = true
  /// True where some rule looks at the items.
  var isRead = false
  /// The column of the field that names an item, which no two items may share.
  var key: UnsafeMutablePointer<Column>?
  var keyForm = ValueForm.anything
}
