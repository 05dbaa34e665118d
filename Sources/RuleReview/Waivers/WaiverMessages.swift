import JSON

/// What is said of waivers themselves.
enum WaiverMessages {
  static let expired = ReviewMessage(
    "waiver-expired.expired", vi: "Miễn trừ cho {1:quoted} chỉ có hiệu lực đến {2:day}; nay xét đến {3:day}.",
    en: "The waiver for {1:quoted} held until {2:day}; this is as of {3:day}.")
  static let expiredOfRecord = ReviewMessage(
    "waiver-expired.record",
    vi: "Miễn trừ quy tắc {1:quoted} cho hồ sơ {2:quoted} chỉ có hiệu lực đến {3:day}; nay xét đến {4:day}.",
    en: "The waiver of {1:quoted} for record {2:quoted} held until {3:day}; this is as of {4:day}.")
  static let renew = ReviewMessage(
    "waiver-expired.remedy", vi: "Sửa điều được miễn, hoặc quyết định lại với thời hạn mới.",
    en: "Mend what it covers, or decide anew with a new day.")

  static let idle = ReviewMessage(
    "waiver-unused.unused", vi: "Miễn trừ cho {1:quoted} không khớp với điều nào được tìm thấy.",
    en: "The waiver for {1:quoted} covers nothing that was found.")
  static let unknownCheck = ReviewMessage(
    "waiver-unused.unknownCheck", vi: "Không có quy tắc soát gói nào tên {1:quoted}.",
    en: "There is no lint rule {1:quoted}.")
  static let met = ReviewMessage(
    "waiver-unused.met", vi: "Hồ sơ {2:quoted} không có gì phải miễn về quy tắc {1:quoted}.",
    en: "Record {2:quoted} needs no waiver of {1:quoted}.")
  static let noSuchRecord = ReviewMessage(
    "waiver-unused.noSuchRecord",
    vi: "Không có hồ sơ {2:quoted} trong các hồ sơ được xét theo quy tắc {1:quoted}.",
    en: "No record {2:quoted} is among those that {1:quoted} was asked of.")
  static let unknownRule = ReviewMessage(
    "waiver-unused.unknownRule", vi: "Gói {2:quoted} không có quy tắc {1:quoted}.",
    en: "The pack {2:quoted} has no rule {1:quoted}.")
  static let ruleOfGroups = ReviewMessage(
    "waiver-unused.ruleOfGroups",
    vi: "Quy tắc {1:quoted} xét cả nhóm hồ sơ, không miễn cho riêng một hồ sơ được.",
    en: "The rule {1:quoted} is about groups of records: it cannot be waived for one.")
  static let namesNoRecord = ReviewMessage(
    "waiver-unused.namesNoRecord", vi: "Miễn trừ quy tắc {1:quoted} của gói không nói cho hồ sơ nào.",
    en: "The waiver of the pack's rule {1:quoted} names no record.")

  static let remove = ReviewMessage("waiver-unused.remedy", vi: "Bỏ miễn trừ này.", en: "Remove it.")
  static let nameRecord = ReviewMessage(
    "waiver-unused.nameRecord",
    vi: "Sửa tên quy tắc; để miễn một quy tắc của gói cho một hồ sơ, ghi mã hồ sơ ở \"record\".",
    en: "Mend the name; to waive a pack's rule for a record, give its key as \"record\".")
  static let mendName = ReviewMessage(
    "waiver-unused.mendName", vi: "Sửa tên quy tắc hoặc mã hồ sơ, hoặc bỏ miễn trừ này.",
    en: "Mend the name of the rule or the record, or remove it.")
}
