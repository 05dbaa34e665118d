import JSON

extension MessageTemplate {
  /// A condition fails of which the rule says no more than its title.
  public static let unmet = MessageTemplate(
    "expression.unmet", vi: "Chưa đáp ứng tiêu chí.", en: "The criterion is not met.")

  /// Something that the criterion needs is not given.
  public static let undetermined = MessageTemplate(
    "undetermined", vi: "Chưa đủ căn cứ để kết luận; còn thiếu: {missing}.",
    en: "Cannot be decided yet; not given: {missing}.")

  /// Missing evidence counts as a violation.
  public static let missingCounts = MessageTemplate(
    "evidenceMissing", vi: "Chưa có: {missing}.", en: "Not given: {missing}.")

  /// Not met so far, but there is still time.
  public static let notYetDue = MessageTemplate(
    "notYetDue", vi: "Chưa đến hạn (hạn cuối {due}).", en: "Not yet due (last day {due}).")

  /// The rule does not bind this record.
  public static let notApplicable = MessageTemplate(
    "notApplicable", vi: "Không áp dụng cho hồ sơ này.", en: "Does not apply to this record.")

  /// All items meet a condition, or none breaks it, where there are none.
  private static let nothing = MessageTemplate(
    "each.nothing", vi: "Không có mục nào phải xét.", en: "There are no items to look at.")

  /// What is said instead where nothing was looked at.
  var ofNothing: MessageTemplate? { id == "each.every" || id == "each.none" ? .nothing : nil }

  /// The expression failed.
  public static let failed = MessageTemplate(
    "failed", vi: "Không tính được vì dữ liệu có lỗi.", en: "Could not be computed: the data are at fault.")
}
