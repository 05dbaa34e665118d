/// How the rows of a space come about.
enum SpaceForm: Hashable {
  case records
  /// The items of a list, as they are read.
  case items
  /// The items of an inner list, by the rows that the outer list belongs to: the rows of the inner one, told apart anew.
  case flattened(outer: Int, inner: Int)
  /// For each row of one space the items of a list that belongs to a row around it.
  case pairs(outer: Int, inner: Int)
}
