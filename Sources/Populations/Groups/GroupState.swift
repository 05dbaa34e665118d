import CEL
import Evaluator
import JSON

/// All that is kept of one group of one rule: states of parts of the group merge, in any order.
struct GroupState {
  private var share = ShareState()
  private var value = ValueState()
  private var previous = ValueState()
  private(set) var names = NameState()
  private(set) var cover = CoverState()
  /// Members that speak against the rule.
  private var failing = MemberList()
  /// Members that keep the group open, with what they lack.
  private var open = MemberList()
  private var lost = 0
  /// True where any number of records may be missing.
  private var isEndless = false

  mutating func add(_ member: Member, to aggregation: Aggregation) {
    switch member.content {
    case .counted(let truth):
      share.add(truth, isCertain: member.isCertain)
      if truth == .no, member.isCertain { failing.add(member.key) }
    case .value(let value): self.value.add(value, isCertain: member.isCertain, for: aggregation.function)
    case .dated(let dating, let value):
      let isCertain = member.isCertain && dating != .open
      if dating != .previous { self.value.add(value, isCertain: isCertain, for: aggregation.function) }
      if dating != .current { previous.add(value, isCertain: isCertain, for: aggregation.function) }
    case .names(let given): names.add(given, key: member.key, isCertain: member.isCertain)
    case .list(let list): cover.add(list: list, isCertain: member.isCertain)
    case .covered: cover.add(covered: member.key)
    case .lost: addLost(to: aggregation)
    }
    for path in member.missing { open.add(member.key + ": " + path) }
  }

  /// A record of which nothing is known.
  private mutating func addLost(to aggregation: Aggregation) {
    lost += 1
    switch aggregation {
    case .share: share.add(.unknown, isCertain: false)
    case .value(let function, _): value.add(nil, isCertain: false, for: function)
    case .trend(let trend):
      value.add(nil, isCertain: false, for: trend.function)
      previous.add(nil, isCertain: false, for: trend.function)
    case .unique: names.add(nil, key: "", isCertain: false)
    case .partition: cover.add(list: nil, isCertain: false)
    }
  }

  /// Any number of records could not be read.
  mutating func addEndless() { isEndless = true }

  mutating func addLostCover() {
    lost += 1
    cover.addLost()
  }

  mutating func merge(_ other: GroupState) {
    share.merge(other.share)
    value.merge(other.value)
    previous.merge(other.previous)
    names.merge(other.names)
    cover.merge(other.cover)
    failing.merge(other.failing)
    open.merge(other.open)
    lost += other.lost
    isEndless = isEndless || other.isEndless
  }

  /// What the group comes to, held against a limit.
  func finding(of aggregation: Aggregation, against limit: [(name: Text, value: Value)]) -> GroupFinding {
    var finding = GroupFinding(limit: limit)
    switch aggregation {
    case .share(_, _, let places):
      let bounds = places.map { share.bounds.rounded($0) } ?? share.bounds
      finding.judge(bounds, failing)
    case .value(let function, _): finding.judge(value.bounds(of: function), MemberList())
    case .trend(let trend):
      let change = Bounds.change(
        from: previous.bounds(of: trend.function), to: value.bounds(of: trend.function),
        isPercent: trend.isPercent)
      finding.judge(change, MemberList())
    case .unique: finding.judge(names.repeated, names.alike, mayGrow: names.mayRepeat)
    case .partition: finding.judge(cover.misplaced.count, cover.misplaced, mayGrow: cover.isOpen)
    }
    if isEndless { finding.reopen() }
    if finding.outcome == .undetermined {
      finding.missing = open
      finding.rejected = lost
    }
    return finding
  }

  mutating func code(_ archive: inout StateArchive) {
    share.code(&archive)
    value.code(&archive)
    previous.code(&archive)
    names.code(&archive)
    cover.code(&archive)
    failing.code(&archive)
    open.code(&archive)
    archive.code(&lost)
    archive.code(&isEndless)
  }
}

extension Aggregation {
  fileprivate var function: AggregateFunction {
    switch self {
    case .value(let function, _): function
    case .trend(let trend): trend.function
    case .share, .unique, .partition: .count
    }
  }
}
