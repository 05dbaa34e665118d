import CEL
import Evaluator
import JSON

/// Looks for a record that meets a list of aims, by working backwards from their expressions.
///
/// One aim after the other is brought about, depth first: a goal is split into smaller ones until a field has to have a
/// value; the evaluator's own programs say after each edit how things stand, and an edit that breaks an aim already met
/// is taken back. An aim that cannot be met because of others that are is gone at together with them in the next round,
/// before the rest. Bounded by numbers of edits and rounds, so that it ends; a class, because those are shared.
final class WitnessSearch {
  let sources: WitnessSources
  let evaluator: PackEvaluator
  let type: RecordType
  let lawDate: CivilDate
  private let binder: WitnessBinder
  let roots: [WitnessRoot]
  let parts: [Int: WitnessRoot.RuleParts]
  private var editsLeft = 0
  private var mayOpen = false
  /// Aims that were broken by edits taken back since the last aim was begun.
  private var blockers: Set<Int> = []
  /// The most aims that were met at once, and those that were not.
  private(set) var best: (met: Int, open: [Int], obstacles: [Int]) = (-1, [], [])

  /// Edits towards one group of aims, rounds, and aims in one group of those that failed.
  static let editLimit = 400
  static let roundLimit = 12
  /// How often a group is gone at in one round.
  static let beginLimit = 4
  static let groupLimit = 6

  init(
    _ sources: WitnessSources, _ evaluator: PackEvaluator, _ binder: WitnessBinder, _ type: RecordType,
    on lawDate: CivilDate, roots: [WitnessRoot], parts: [Int: WitnessRoot.RuleParts]
  ) {
    self.sources = sources
    self.evaluator = evaluator
    self.binder = binder
    self.type = type
    self.lawDate = lawDate
    self.roots = roots
    self.parts = parts
  }

  /// A draft that meets every aim, completed from a first one; nil where none was found.
  func search(from start: Draft) -> Draft? {
    guard let start = state(start) else { return nil }
    var groups = roots.indices.map { [$0] }
    for _ in 0..<Self.roundLimit {
      let (state, failed) = round(groups, from: start)
      if failed.isEmpty { return state?.draft }
      let regrouped = Self.regrouped(groups, failed)
      // Nothing was learnt that another round could use.
      if regrouped == groups { return nil }
      groups = regrouped
    }
    return nil
  }

  /// Meets one group of aims after the other.
  ///
  /// - Returns: The end of it, nil where aims are left; and by the places of groups that failed what was in their way.
  private func round(_ groups: [[Int]], from start: WitnessState) -> (WitnessState?, [Int: Set<Int>]) {
    var (state, progress) = (start, Progress(roots: roots.count))
    var failed: [Int: Set<Int>] = [:]
    var begun = groups.map { _ in 0 }
    // Meeting one group may open an aim of another again; those that do so to each other belong together.
    while let next = groups.indices.first(where: {
      failed[$0] == nil && !open(groups[$0], state, &progress).isEmpty
    }) {
      blockers = []
      progress.group = groups[next]
      begun[next] += 1
      guard let found = begin(state, progress, mayOpen: false) ?? begin(state, progress, mayOpen: true) else {
        failed[next] = blockers
        continue
      }
      if begun[next] == Self.beginLimit {
        failed[next] = Set(roots.indices.filter { progress.isMet[$0] && !found.1.isMet[$0] })
      }
      (state, progress) = found
    }
    let left = open(Array(roots.indices), state, &progress)
    if roots.count - left.count > best.met {
      best = (roots.count - left.count, left, failed.values.reduce(into: []) { $0 += $1 })
    }
    return left.isEmpty ? (state, [:]) : (nil, failed)
  }

  /// Groups that failed come first, together with what was in their way.
  private static func regrouped(_ groups: [[Int]], _ failed: [Int: Set<Int>]) -> [[Int]] {
    var first: [[Int]] = []
    var taken: Set<Int> = []
    for place in failed.keys.sorted() where !taken.contains(place) {
      let blocking = groups.indices.filter {
        $0 != place && !taken.contains($0) && !(failed[place] ?? []).isDisjoint(with: groups[$0])
      }
      let merged = groups[place] + blocking.flatMap { groups[$0] }
      let isSmall = merged.count <= groupLimit
      first.append(isSmall ? merged : groups[place])
      taken.formUnion([place] + (isSmall ? blocking : []))
    }
    return first + groups.indices.filter { !taken.contains($0) }.map { groups[$0] }
  }

  /// Which aims are met along one path of the search.
  struct Progress {
    /// The aims that are being pursued.
    var group: [Int] = []
    var isMet: [Bool]
    /// How often an aim was begun: bounds paths that undo and redo.
    var begun = 0

    init(roots: Int) { isMet = [Bool](repeating: false, count: roots) }
  }

  // MARK: - Depth first

  /// - Parameter mayOpen: true where aims that are met may be opened again on the way: not tried first, since two aims
  ///   may undo each other for ever.
  private func begin(
    _ state: WitnessState, _ progress: Progress, mayOpen: Bool
  ) -> (WitnessState, Progress)? {
    (editsLeft, self.mayOpen) = (Self.editLimit, mayOpen)
    var progress = progress
    progress.begun = 0
    return begin(state, progress)
  }

  private func pursue(
    _ goals: [WitnessGoal], _ state: WitnessState, _ progress: Progress
  ) -> (WitnessState, Progress)? {
    var goals = goals
    guard let goal = goals.popLast() else { return begin(state, progress) }
    guard let steps = steps(towards: goal, state) else { return pursue(goals, state, progress) }
    for step in steps {
      var next = (state: state, progress: progress)
      if let edited = step.edited {
        guard editsLeft > 0 else { return nil }
        editsLeft -= 1
        guard !isFixed(edited), let changed = self.state(step.draft), isRead(edited, changed),
          let checked = recheck(progress, changed, after: edited)
        else { continue }
        next = (changed, checked)
      }
      if let found = pursue(goals + step.goals.reversed(), next.state, next.progress) { return found }
      if editsLeft <= 0 { return nil }
    }
    return nil
  }

  /// Turns to the first aim of the group that is not met; there is none at the end.
  private func begin(_ state: WitnessState, _ progress: Progress) -> (WitnessState, Progress)? {
    var progress = progress
    progress.begun += 1
    guard let next = open(progress.group, state, &progress).first else { return (state, progress) }
    // A path that reopens aims again and again leads nowhere.
    guard progress.begun <= 3 * progress.group.count + 8 else { return nil }
    return pursue(goals(of: roots[next]).reversed(), state, progress)
  }

  /// Those among some aims that are not met.
  private func open(_ group: [Int], _ state: WitnessState, _ progress: inout Progress) -> [Int] {
    for index in group where !progress.isMet[index] {
      progress.isMet[index] = standing(roots[index], state) == .met
    }
    return group.filter { !progress.isMet[$0] }
  }

  /// The progress after an edit: aims that it opened are to be met again; nil where it broke one.
  private func recheck(_ progress: Progress, _ state: WitnessState, after edited: [Path.Step]) -> Progress? {
    var progress = progress
    for index in roots.indices where progress.isMet[index] && roots[index].isTouched(by: edited) {
      let isFree = mayOpen || progress.group.contains(index)
      switch standing(roots[index], state) {
      case .met: continue
      case .open where isFree: progress.isMet[index] = false
      // What was merely not broken yet is to be brought about now.
      case .broken where isFree && roots[index].isOnlyUnbroken: progress.isMet[index] = false
      case .open, .broken:
        blockers.insert(index)
        return nil
      }
    }
    return progress
  }

  /// False where the record has nothing at a place that the draft gives: a day after that of knowledge, say.
  private func isRead(_ edited: [Path.Step], _ state: WitnessState) -> Bool {
    switch state.draft.value(at: edited) {
    case nil, .array, .object: return true
    default:
      if case .unknown = state.value(at: edited) { return false }
      return true
    }
  }

  /// The field that the law date stands in is not for the search to choose.
  private func isFixed(_ edited: [Path.Step]) -> Bool {
    guard case .field(let name) = evaluator.pack.lawDate else { return false }
    return edited == [.field(name)]
  }

  /// A draft read as a record; nil where it has no shape (two items of one key, say).
  func state(_ draft: Draft) -> WitnessState? {
    guard let record = binder.bound(WitnessDossier(draft, evaluator.pack))?.own else { return nil }
    return WitnessState(
      draft: draft, record: record, activation: evaluator.activation(for: record, on: lawDate))
  }
}
