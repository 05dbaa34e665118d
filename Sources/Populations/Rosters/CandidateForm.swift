import Evaluator

/// The formulas of one award that are asked of each candidate, by their places.
public struct CandidateForm: Sendable {
  public private(set) var formulas: [Formula] = []
  private(set) var subject: Int?
  private(set) var year: Int?
  private(set) var group: [Int] = []
  private(set) var rank: [Int] = []
  /// By case of `decidedBy`; nil holds for all.
  private(set) var authority: [Int?] = []
  private(set) var quotas: [QuotaForm] = []

  struct QuotaForm: Sendable {
    var group: [Int]
    /// Which records a share counts; nil where it counts none by a formula.
    var counted: Int?
  }

  public init(_ award: CompiledAward) {
    subject = award.subject.map { add($0) }
    year = award.year.map { add($0) }
    group = award.per.map { add($0.value) }
    rank = award.rankBy.map { add($0.value) }
    authority = award.decidedBy.map { decision in decision.applies.map { add($0) } }
    for quota in award.quotas {
      var form = QuotaForm(group: quota.per.map { add($0.value) })
      if case .share(_, of: .records(let counted)) = quota.size { form.counted = add(counted) }
      quotas.append(form)
    }
  }

  private mutating func add(_ formula: Formula) -> Int {
    formulas.append(formula)
    return formulas.count - 1
  }
}
