import Evaluator

/// The results that 64 members may still have: `ResultSet` with a bit for each record.
struct WordResults: BitwiseCopyable {
  var satisfied: UInt64
  var violated: UInt64
  var notApplicable: UInt64

  static let notApplicable = WordResults(satisfied: 0, violated: 0, notApplicable: .max)
  /// Of which nothing is known.
  static let open = WordResults(satisfied: .max, violated: .max, notApplicable: 0)

  @inline(__always)
  static func all(_ members: UnsafeBufferPointer<WordResults>) -> WordResults {
    var result = WordResults.notApplicable
    var certain: UInt64 = 0
    for member in members {
      result.add(member)
      certain |= member.violated & ~member.satisfied & ~member.notApplicable
    }
    result.satisfied &= ~certain
    return result
  }

  @inline(__always)
  static func any(_ members: UnsafeBufferPointer<WordResults>) -> WordResults {
    var result = WordResults.notApplicable
    var certain: UInt64 = 0
    for member in members {
      result.add(member)
      certain |= member.satisfied & ~member.violated & ~member.notApplicable
    }
    result.violated &= ~certain
    return result
  }

  /// What a member may be, the whole may be; not applicable only where all members are.
  @inline(__always)
  private mutating func add(_ member: WordResults) {
    satisfied |= member.satisfied
    violated |= member.violated
    notApplicable &= member.notApplicable
  }

  /// Record by record, as `ResultSet` has it.
  static func atLeast(_ count: Int, _ members: UnsafeBufferPointer<WordResults>) -> WordResults {
    var result = WordResults(satisfied: 0, violated: 0, notApplicable: 0)
    for bit in 0..<64 {
      let shift = UInt64(bit)
      let sets = members.map { $0.set(shift) }
      let own = ResultSet.atLeast(count, sets)
      if own.contains(.satisfied) { result.satisfied |= 1 << shift }
      if own.contains(.violated) { result.violated |= 1 << shift }
      if own.contains(.notApplicable) { result.notApplicable |= 1 << shift }
    }
    return result
  }

  private func set(_ shift: UInt64) -> ResultSet {
    var set: ResultSet = []
    if satisfied >> shift & 1 == 1 { set.insert(.satisfied) }
    if violated >> shift & 1 == 1 { set.insert(.violated) }
    if notApplicable >> shift & 1 == 1 { set.insert(.notApplicable) }
    return set
  }
}
