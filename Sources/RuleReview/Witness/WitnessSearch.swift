import CEL
import Evaluator
import JSON

/// Looks for a record that meets a list of aims, by working backwards from their expressions.
///
/// Depth first: a goal is split into smaller ones until a field has to have a value; the evaluator's own programs say
/// after each edit how things stand. An edit that breaks an aim already met is taken back. What fails is tried first
/// in the next round. Bounded by a number of edits, so that it ends; a class, because that number is shared.
final class WitnessSearch {
  let sources: WitnessSources
  let evaluator: PackEvaluator
  let type: RecordType
  let lawDate: CivilDate
  let roots: [WitnessRoot]
  let parts: [Int: WitnessRoot.RuleParts]
  private var editsLeft = 0
  private var failures: [Int]
  /// The most aims that were met at once, and those that were not.
  private(set) var best: (met: Int, open: [Int]) = (-1, [])

  /// Edits in one round, and rounds.
  static let editLimit = 600
  static let roundLimit = 4

  init(
    _ sources: WitnessSources, _ evaluator: PackEvaluator, _ type: RecordType, on lawDate: CivilDate,
    roots: [WitnessRoot], parts: [Int: WitnessRoot.RuleParts]
  ) {
    self.sources = sources
    self.evaluator = evaluator
    self.type = type
    self.lawDate = lawDate
    self.roots = roots
    self.parts = parts
    failures = roots.map { _ in 0 }
  }

  /// A draft that meets every aim, completed from a first one; nil where none was found.
  func search(from start: Draft) -> Draft? {
    guard let start = state(start) else { return nil }
    for _ in 0..<Self.roundLimit {
      let before = failures
      editsLeft = Self.editLimit
      let order = roots.indices.sorted { (failures[$1], $0) < (failures[$0], $1) }
      if let found = pursue([], start, Progress(order: order, roots: roots.count)) { return found.draft }
      // Nothing was learnt that another order could use.
      if failures == before || editsLeft > 0 && roots.count == 1 { break }
    }
    return nil
  }

  /// Which aims are met along one path of the search.
  struct Progress {
    let order: [Int]
    var isMet: [Bool]
    /// The aim that is being pursued.
    var current: Int?
    /// How often an aim was begun: bounds paths that undo and redo.
    var begun = 0

    init(order: [Int], roots: Int) {
      self.order = order
      isMet = [Bool](repeating: false, count: roots)
    }
  }

  // MARK: - Depth first

  private func pursue(_ goals: [WitnessGoal], _ state: WitnessState, _ progress: Progress) -> WitnessState? {
    var goals = goals
    guard let goal = goals.popLast() else { return begin(state, progress) }
    guard let steps = steps(towards: goal, state) else { return pursue(goals, state, progress) }
    for step in steps {
      var next = (state: state, progress: progress)
      if let edited = step.edited {
        guard editsLeft > 0 else { return nil }
        editsLeft -= 1
        guard !isFixed(edited), let changed = self.state(step.draft),
          let checked = recheck(progress, changed, after: edited)
        else { continue }
        next = (changed, checked)
      }
      if let found = pursue(goals + step.goals.reversed(), next.state, next.progress) { return found }
      if editsLeft <= 0 { return nil }
    }
    if let current = progress.current { failures[current] += 1 }
    return nil
  }

  /// Turns to the first aim that is not met; there is none at the end.
  private func begin(_ state: WitnessState, _ progress: Progress) -> WitnessState? {
    var progress = progress
    progress.begun += 1
    var open: [Int] = []
    for index in progress.order where !progress.isMet[index] {
      if standing(roots[index], state) == .met { progress.isMet[index] = true } else { open.append(index) }
    }
    let met = roots.count - open.count
    if met > best.met { best = (met, open) }
    guard let next = open.first else { return state }
    // A path that reopens aims again and again leads nowhere.
    guard progress.begun <= 3 * roots.count + 8 else { return nil }
    progress.current = next
    return pursue(goals(of: roots[next]).reversed(), state, progress)
  }

  /// The progress after an edit: aims that it opened are to be met again; nil where it broke one.
  private func recheck(_ progress: Progress, _ state: WitnessState, after edited: [Path.Step]) -> Progress? {
    var progress = progress
    for index in roots.indices where progress.isMet[index] && roots[index].isTouched(by: edited) {
      switch standing(roots[index], state) {
      case .met: break
      case .open: progress.isMet[index] = false
      case .broken:
        // What was merely not broken yet is to be brought about now.
        if case .unbroken = roots[index].aim {
          progress.isMet[index] = false
          continue
        }
        failures[index] += 1
        return nil
      }
    }
    return progress
  }

  /// The field that the law date stands in is not for the search to choose.
  private func isFixed(_ edited: [Path.Step]) -> Bool {
    guard case .field(let name) = evaluator.pack.lawDate else { return false }
    return edited == [.field(name)]
  }

  /// A draft read as a record; nil where it has no shape (two items of one key, say).
  func state(_ draft: Draft) -> WitnessState? {
    guard let document = try? JSONDocument.parse(draft.value.text.utf8) else { return nil }
    let binder = RecordBinder(schema: evaluator.pack.schema, asOf: evaluator.asOf)
    guard let record = binder.bind(document.root, as: type).record else { return nil }
    return WitnessState(
      draft: draft, record: record, activation: evaluator.activation(for: record, on: lawDate))
  }
}
