import JSON

/// The place of a value within a record, outermost step first.
///
/// Shared links towards the root, so that a path one step longer costs one allocation.
public struct Path: Sendable {
  public enum Step: Hashable, Sendable {
    case field(Text)
    /// An item of a keyed list.
    case key(Text)
    /// An item of a list without key; from 0.
    case index(Int)
    /// The unseen remainder of an incomplete list.
    case more
    /// The record that a relation names by its key, where there is none.
    case reference(Text)
  }

  private final class Link: Sendable {
    let parent: Link?
    let step: Step
    init(parent: Link?, step: Step) {
      self.parent = parent
      self.step = step
    }
  }

  private let last: Link?

  private init(last: Link?) { self.last = last }

  /// The record itself.
  public static let root = Path(last: nil)

  public func appending(_ step: Step) -> Path { Path(last: Link(parent: last, step: step)) }

  /// The path of a value within what stands at this place.
  public func appending(_ path: Path) -> Path { path.steps.reduce(self) { $0.appending($1) } }

  /// The steps, outermost first.
  public var steps: [Step] {
    var steps: [Step] = []
    var link = last
    while let current = link {
      steps.append(current.step)
      link = current.parent
    }
    return steps.reversed()
  }
}
