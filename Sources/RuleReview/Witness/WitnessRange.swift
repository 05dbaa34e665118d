import CEL
import JSON

/// The elements that a macro walks, seen as something that can be changed.
struct WitnessRange {
  struct Element {
    let binding: WitnessBinding
    /// Filters that let the element through.
    let guards: [WitnessClause]
  }

  var elements: [Element]
  /// A list of the draft that can grow; nil for one that is computed.
  var growth: Growth?
  /// True where the list is not given at all.
  var isMissing = false

  struct Growth {
    let list: [Path.Step]
    /// What the macro sees of a new element of the list.
    let element: (WitnessBinding) -> Element
  }

  /// The elements as a filter lets them through, or as a macro makes them.
  func mapped(_ transform: @escaping (Element) -> Element) -> WitnessRange {
    var range = self
    range.elements = elements.map(transform)
    range.growth = growth.map { growth in
      Growth(list: growth.list) { transform(growth.element($0)) }
    }
    return range
  }
}
