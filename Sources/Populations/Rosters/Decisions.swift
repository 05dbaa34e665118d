import CEL
import Evaluator
import JSON

/// Past decisions of the register, by award or form.
struct Decisions: Sendable {
  private let register: Register?
  /// True once a record of the register was met.
  private(set) var isGiven = false
  private var held: [Text: Set<SubjectYear>] = [:]
  /// Entries that lack a part, which may stand for any award, subject or year that they do not name.
  private var open: [Entry] = []

  private struct Entry: Sendable {
    var award: Text?
    var subject: Text?
    var year: Int64?

    func mayBe(_ award: Text, _ holder: SubjectYear) -> Bool {
      (self.award ?? award) == award && (subject ?? holder.subject) == holder.subject
        && (year ?? holder.year) == holder.year
    }
  }

  init(_ register: Register?) { self.register = register }

  /// The record type of the register.
  var recordType: Text? { register?.recordType }

  mutating func markGiven() { isGiven = true }

  mutating func add(_ record: some CountedRecord) {
    guard let register, record.type.name == register.recordType else { return }
    isGiven = true
    let entry = Entry(
      award: record.field(register.award)?.keyText, subject: record.field(register.subject)?.keyText,
      year: record.field(register.year)?.yearNumber)
    if let award = entry.award, let subject = entry.subject, let year = entry.year {
      held[award, default: []].insert(SubjectYear(subject: subject, year: year))
    } else {
      open.append(entry)
    }
  }

  mutating func addRejected() {
    isGiven = true
    open.append(Entry(award: nil, subject: nil, year: nil))
  }

  mutating func merge(_ other: Decisions) {
    isGiven = isGiven || other.isGiven
    for (award, holders) in other.held { held[award, default: []].formUnion(holders) }
    open += other.open
  }

  mutating func code(_ archive: inout StateArchive) {
    archive.code(&isGiven)
    archive.code(&held, []) { holders, archive in
      var sorted = holders.sorted { ($0.subject, $0.year) < ($1.subject, $1.year) }
      archive.code(&sorted, SubjectYear(subject: "", year: 0)) { holder, archive in
        archive.code(&holder.subject)
        archive.code(signed: &holder.year)
      }
      holders = Set(sorted)
    }
    archive.code(&open, Entry()) { entry, archive in
      archive.code(&entry.award, "") { $1.code(&$0) }
      archive.code(&entry.subject, "") { $1.code(&$0) }
      archive.code(&entry.year, 0) { $1.code(signed: &$0) }
    }
  }

  /// Whether the award was given; nil where that is open.
  func holds(_ award: Text, _ holder: SubjectYear) -> Bool? {
    if held[award]?.contains(holder) == true { return true }
    return open.contains { $0.mayBe(award, holder) } ? nil : false
  }
}

extension Value {
  /// The calendar year of an integer, period or date.
  fileprivate var yearNumber: Int64? {
    switch self {
    case .int(let year): year
    case .period(let period): Int64(period.year)
    case .date(let date): Int64(date.year)
    default: nil
    }
  }
}
