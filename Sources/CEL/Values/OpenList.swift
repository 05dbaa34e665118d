import JSON

/// A list of which it is open what stands in it: some elements may be absent, and some are unknown themselves.
struct OpenList {
  struct Element {
    /// What stands there; unknown where only the place is known.
    let value: Value
    /// False where the element may be absent.
    let isCertain: Bool
  }

  var elements: [Element]
  /// False where further elements may stand in it.
  var isComplete: Bool
  /// The least number of elements, where it is more than the certain ones.
  var floor = 0

  init(_ elements: [Element], isComplete: Bool = true) {
    self.elements = elements
    self.isComplete = isComplete
  }

  /// A list as it is, or as far as an unknown one is known; nil for any other value.
  init?(_ value: Value) {
    switch value {
    case .list(let list):
      self.init(list.elements.map { Element(value: $0, isCertain: true) }, isComplete: list.isComplete)
    case .unknown(let unknown):
      guard case .list(let list)? = unknown.extent else { return nil }
      self = list
    default: return nil
    }
  }

  /// Whether a value stands in it; nil where that is open.
  func contains(_ needle: Value) -> Bool? {
    guard !needle.isUnsettled else { return nil }
    var isOpen = !isComplete
    for element in elements {
      switch Value.equality(needle, element.value) {
      case .bool(false): break
      case .bool(true):
        if element.isCertain { return true }
        isOpen = true
      default: isOpen = true
      }
    }
    return isOpen ? nil : false
  }

  /// The least number of elements.
  var least: Int { max(floor, elements.count { $0.isCertain }) }

  /// The number of its elements.
  var size: Extent {
    .number(least: .int(Int64(least)), most: isComplete ? .int(Int64(elements.count)) : nil)
  }
}
