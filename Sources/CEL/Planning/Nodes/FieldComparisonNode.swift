import JSON

/// `field < constant` and its like.
final class FieldComparisonNode: Node {
  private let comparison: Comparison
  private let place: FieldPlace
  private let bound: Value
  private let range: SourceRange

  init(_ comparison: Comparison, _ place: FieldPlace, _ bound: Value, range: SourceRange) {
    self.comparison = comparison
    self.place = place
    self.bound = bound
    self.range = range
  }

  override func evaluate(_ frame: inout Frame) -> Value {
    comparison.result(place.read(frame), bound, range)
  }
}
