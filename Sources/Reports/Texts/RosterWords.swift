import Evaluator
import JSON
import Populations

/// The words of rosters and groups.
extension ReportWords {
  func heading(_ status: Nominee.Status) -> Text {
    switch status {
    case .nominated: choose("Đề nghị tặng", "Nominated")
    case .reserve: choose("Dự bị", "Reserve")
    case .undetermined: choose("Chưa kết luận được", "Undetermined")
    case .nearMiss: choose("Chỉ thiếu một tiêu chí", "One criterion short")
    }
  }

  /// The quota that does not hold a nominee.
  func refusal(_ refusal: Nominee.Refusal, _ title: Text?) -> Text {
    let quota = title ?? (choose("chỉ tiêu ", "quota ") + Text("\(refusal.quota + 1)"))
    return quota + " (" + choose("tối đa ", "at most ") + Text("\(refusal.limit)") + ")"
  }

  func reason(_ reason: Nominee.Reason) -> Text {
    switch reason {
    case .full: choose("đã đủ số", "filled")
    case .tied: choose("đồng hạng, không đủ chỗ cho tất cả", "tied, too few places for all")
    case .belowTie: choose("đứng sau nhóm đồng hạng chưa phân định", "below a tie that is not settled")
    }
  }

  func superseded(by key: Text) -> Text {
    choose("đã tính hồ sơ ", "gives way to ") + key + choose(" của cùng đối tượng", " of the same subject")
  }

  func limit(_ limit: Roster.Limit, _ title: Text?) -> Text {
    let quota = title ?? (choose("Chỉ tiêu ", "Quota ") + Text("\(limit.quota + 1)"))
    let most = limit.most.map { choose(", có thể lên đến ", ", may grow to ") + Text("\($0)") } ?? ""
    return quota + choose(": tối đa ", ": at most ") + Text("\(limit.limit)") + most
  }

  func dependsOn(_ names: Text, _ lost: LostRecords) -> Text {
    let parts = [names, self.lost(lost)].filter { !$0.isEmpty }.joined("; ")
    return choose("tạm thời, còn phụ thuộc: ", "provisional, depends on: ") + parts
  }

  private func lost(_ lost: LostRecords) -> Text {
    if lost.isEndless { return choose("phần tệp không đọc được", "what could not be read of a file") }
    return lost.count > 0 ? rejectedCount(lost.count) : ""
  }

  /// Whether the list is final, and for whom it is not; names come last, for they go on to the end.
  ///
  /// - Parameter provisional: the names of those whose status is provisional.
  func finality(_ roster: Roster, _ provisional: Text) -> Text {
    let open = roster.count(.undetermined)
    var exceptions = [lost(roster.lost)].filter { !$0.isEmpty }
    if open > 0 {
      exceptions.append(Text("\(open)") + choose(" trường hợp chưa kết luận được", " undetermined"))
    }
    if !provisional.isEmpty {
      exceptions.append(choose("vị trí tạm thời của ", "the provisional places of ") + provisional)
    }
    let final = choose("Danh sách đã chốt", "The list is final")
    guard !exceptions.isEmpty else { return final + "." }
    return final + choose(", trừ ", " except ") + exceptions.joined(choose(" và ", " and ")) + "."
  }

  func ineligible(_ count: Int) -> Text {
    choose("Không đủ điều kiện: ", "Ineligible: ") + Text("\(count)")
  }

  func rank(_ nominee: Nominee) -> Text {
    guard let rank = nominee.rank else { return "" }
    let worst = nominee.worstRank.map { "–" + Text("\($0)") } ?? ""
    return choose("hạng ", "rank ") + Text("\(rank)") + worst
  }

  var groups: Text { choose("CÁC NHÓM", "GROUPS") }
  var wholeGroup: Text { choose("Toàn bộ hồ sơ", "All records") }
  var roster: Text { choose("DANH SÁCH", "ROSTER") }
  var noGroup: Text { choose("chưa rõ nhóm", "group not known") }
  var members: Text { choose("Gồm", "Members") }
  var short: Text { choose("còn thiếu ", "short by ") }
  var decidedBy: Text { choose("Thẩm quyền quyết định: ", "Decided by: ") }
  var restsOnUnverified: Text {
    choose("Có căn cứ chưa kiểm chứng, cần đối chiếu văn bản.", "Rests on facts that are not confirmed.")
  }
  var authority: Text { choose("thẩm quyền: ", "decided by: ") }
}
