import CEL
import Evaluator
import JSON
import Populations
import RuleReview

/// The fixed words of reports on changes of packs.
struct DiffWords {
  let words: ReportWords
  private let values: ValueText

  init(_ language: Language) {
    words = ReportWords(language)
    values = ValueText(language)
  }

  func choose(_ vi: Text, _ en: Text) -> Text { words.choose(vi, en) }

  func effect(_ effect: Effect) -> Text {
    switch effect {
    case .stricter: choose("chặt hơn", "stricter")
    case .looser: choose("nới lỏng", "looser")
    case .incomparable: choose("không so sánh được", "incomparable")
    case .same: choose("cùng nghĩa", "same meaning")
    case .wording: choose("chỉ đổi lời văn", "wording only")
    }
  }

  func mark(_ change: PackChange) -> Text {
    switch (change.sort, change.effect) {
    case (.added, _), (.switchedOn, _): "+"
    case (.removed, _), (.switchedOff, _): "−"
    case (_, .stricter): "▲"
    case (_, .looser): "▼"
    case (_, .incomparable): "◆"
    case (_, .same): "="
    case (_, .wording): "~"
    case (_, nil): "*"
    }
  }

  /// Nil for what was neither added nor removed nor switched.
  func sort(_ sort: PackChange.Sort) -> Text? {
    switch sort {
    case .added: choose("thêm mới", "added")
    case .removed: choose("bỏ", "removed")
    case .switchedOn: choose("được chọn dùng", "switched on")
    case .switchedOff: choose("không còn được chọn", "switched off")
    case .changed: nil
    }
  }

  func heading(_ subject: PackChange.Subject) -> Text {
    switch subject {
    case .manifest: choose("Gói quy tắc", "Pack")
    case .parameter: choose("Tham số", "Parameters")
    case .enumeration: choose("Danh mục", "Enums")
    case .recordType: choose("Loại hồ sơ", "Record types")
    case .field: choose("Trường của hồ sơ", "Fields")
    case .rule: choose("Quy tắc", "Rules")
    case .award: choose("Danh hiệu, khen thưởng", "Awards")
    }
  }

  /// What happened, in a few words: `stricter, from 2022-01-01`.
  func summary(_ change: PackChange) -> Text {
    var parts: [Text] = []
    if let sort = sort(change.sort) {
      parts.append(sort)
    } else if let effect = change.effect, effect != .wording || !isMoved(change) {
      parts.append(self.effect(effect))
    }
    if let since = change.since { parts.append(choose("từ ", "from ") + values.day(since)) }
    if let from = change.renamedFrom {
      parts.append(choose("đổi mã từ ", "renamed from ") + Excerpt.text(from))
    }
    if let from = change.movedFrom { parts.append(choose("chuyển từ ", "moved from ") + Excerpt.text(from)) }
    return values.join(parts, separator: ", ")
  }

  private func isMoved(_ change: PackChange) -> Bool {
    change.renamedFrom != nil || change.movedFrom != nil
  }

  /// The changed members, each in a line of its own, then what changed underneath.
  func details(_ change: PackChange) -> [Text] {
    var details = change.members.map { text($0, unit: change.unit) }
    if !change.because.isEmpty {
      details.append(
        choose("do thay đổi của ", "through ")
          + values.join(change.because.map { Excerpt.text($0) }, separator: ", "))
    }
    return details
  }

  private func text(_ member: MemberChange, unit: Text?) -> Text {
    let name = self.label(member.name)
    let label = name.isEmpty ? "" : name + (isLimit(member.name) ? " " : ": ")
    switch member.content {
    case .members(let added, let removed):
      let parts = added.map { "+ " + Excerpt.text($0) } + removed.map { "− " + Excerpt.text($0) }
      return label + values.join(parts, separator: ", ")
    case .value(let before, let after):
      let isNumber = isLimit(member.name) || member.name.hasPrefix("values.")
      let unit = isNumber ? unit.map { $0 == "%" ? " %" : " " + Excerpt.text($0) } ?? "" : ""
      return label + (before.map { value($0) } ?? none) + " → " + (after.map { value($0) + unit } ?? none)
    }
  }

  private var none: Text { choose("(không có)", "(none)") }

  private func isLimit(_ name: Text) -> Bool {
    ["atLeast", "moreThan", "atMost", "lessThan", "equals", "between"].contains(name)
  }

  /// A relation in words; any other member as the file has it.
  private func label(_ name: Text) -> Text {
    switch name {
    case "atLeast": choose("ít nhất", "at least")
    case "moreThan": choose("trên", "more than")
    case "atMost": choose("nhiều nhất", "at most")
    case "lessThan": choose("dưới", "less than")
    case "equals": choose("đúng bằng", "exactly")
    case "between": choose("trong khoảng", "between")
    case _ where name.hasPrefix("values."): since(Text(utf8: name.utf8.dropFirst(7)))
    default: Excerpt.text(name)
    }
  }

  /// `from 2021-01-01`, `from 2021-01-01 before 2022-01-01`.
  private func since(_ span: Text) -> Text {
    let days = span.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
      (try? CivilDate(Text(utf8: part))).map(values.day) ?? Excerpt.text(Text(utf8: part))
    }
    let from = days.first.map { $0.isEmpty ? "" : choose("từ ", "from ") + $0 } ?? ""
    guard days.count > 1 else { return from }
    return (from.isEmpty ? "" : from + " ") + choose("trước ", "before ") + days[1]
  }

  /// A value as people read it; structures as JSON on one line.
  private func value(_ value: JSONValue) -> Text {
    switch value {
    case .string(let text): Excerpt.text(text, limit: 160)
    case .number(let text): (try? Decimal(text)).map { values.text(.decimal($0)) } ?? text
    case .object(let members) where !members.isEmpty && members.allSatisfy({ Self.isEnd($0.key) }):
      span(members)
    default: Excerpt.text(Self.json(value), limit: 160)
    }
  }

  private static func isEnd(_ name: Text) -> Bool { name == "from" || name == "before" }

  /// A period as the file has it.
  private func span(_ members: [JSONValue.Member]) -> Text {
    func day(_ name: Text) -> Text? {
      guard case .string(let text)? = members.first(where: { $0.key == name })?.value else { return nil }
      return text
    }
    return since((day("from") ?? "") + (day("before").map { "/" + $0 } ?? ""))
  }

  private static func json(_ value: JSONValue) -> Text {
    var writer = JSONWriter()
    writer.value(value)
    return Text(utf8: writer.takeBytes())
  }

  // MARK: - Records

  /// What the shifts of a subject are about.
  enum Aspect {
    /// The verdict of an award, or whether a record is judged at all.
    case verdict
    /// The outcome of a rule, on a record or on a group.
    case outcome
    /// The place on the list of an award.
    case list
  }

  func turn(_ turn: Impact.Turn, _ aspect: Aspect) -> Text {
    switch (turn, aspect) {
    case (.gains, .outcome): choose("nay đạt", "now met")
    case (.gains, _): choose("được thêm", "gain")
    case (.loses, .outcome): choose("nay không đạt", "now violated")
    case (.loses, _): choose("bị loại", "lose")
    case (.undecided, .outcome): choose("nay còn mở", "now open")
    case (.undecided, .list): choose("thành tạm thời", "become provisional")
    case (.undecided, .verdict): choose("chưa kết luận được", "become undecided")
    case (.otherwise, _): choose("đổi khác", "change otherwise")
    }
  }

  /// A place on a list by the name of its status; nil is none.
  func place(_ name: Text?, isProvisional: Bool) -> Text {
    guard let status = Nominee.Status.allCases.first(where: { $0.name == name }) else {
      return choose("ngoài danh sách", "not on the list")
    }
    let place = words.heading(status).lowercased
    return isProvisional ? place + choose(" (tạm thời)", " (provisional)") : place
  }

  /// A standing or outcome by its name; nil where there was none.
  func state(_ name: Text?) -> Text {
    guard let name else { return choose("không xét", "not judged") }
    if name == "judged" { return choose("được xét", "judged") }
    if let outcome = Outcome(name), name != "undetermined" && name != "notApplicable" {
      return words.heading(outcome).lowercased
    }
    return Verdict.Standing.allCases.first { $0.name == name }.map { words.standing($0).lowercased } ?? name
  }

  func records(_ count: Int) -> Text {
    Text("\(count)") + choose(" hồ sơ được xét theo cả hai bản", " records judged by both")
  }

  var unchanged: Text { choose("Không có thay đổi nào.", "Nothing changed.") }
  var impactTitle: Text { choose("Ảnh hưởng tới hồ sơ", "Whom it affects") }
  var noImpact: Text { choose("Không hồ sơ nào đổi kết quả.", "No record has another result.") }
  var ruleImpact: Text { choose("Theo quy tắc", "By rule") }
  var rejections: Text { choose("Hồ sơ chỉ một bản nhận xét", "Records that only one of both judges") }
  var listImpact: Text { choose("Theo danh sách", "On the lists") }
  var groupImpact: Text { choose("Theo nhóm hồ sơ", "By group of records") }

  func by(_ names: [Text], _ aspect: Aspect) -> Text {
    guard names.isEmpty else {
      return choose("do ", "by ") + values.join(names.map { Excerpt.text($0) }, separator: ", ")
    }
    return aspect == .list
      ? choose("do kết quả của hồ sơ khác", "through what became of others")
      : choose("do đối tượng xét", "by whom it is for")
  }
}

extension Text {
  fileprivate var lowercased: Text { Text(string.lowercased()) }
}
