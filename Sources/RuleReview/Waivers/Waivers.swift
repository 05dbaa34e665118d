import CEL
import Evaluator
import JSON
import RulePacks

/// The waivers of a file, and which of them were used.
///
/// What the loader refuses is never waived: a pack that does not load judges nobody.
public struct Waivers: Sendable {
  public let waivers: [Waiver]
  /// What is wrong with the file.
  public let defects: [PackDefect]
  private let asOf: CivilDate
  private var used: Set<Int> = []

  /// - Parameters:
  ///   - path: by which findings name the file.
  ///   - asOf: the day by which waivers expire; never the clock.
  public init(_ bytes: [UInt8], path: Text, asOf: CivilDate) {
    let file = FormFile(bytes, path: path, form: WaiverFileForm.shape)
    defects = file.defects
    self.asOf = asOf
    let nodes = defects.isEmpty ? file.document?.root["waivers"]?.elements.map(\.self) ?? [] : []
    waivers = nodes.map { Waiver($0, file.place(of: $0)) }
  }

  /// The waiver under which a finding of a pack passes; nil where there is none in force.
  public mutating func waiver(for finding: ReviewFinding, in pack: Text) -> Waiver? {
    if case .defect = finding.content, finding.severity == .error { return nil }
    var found: Waiver?
    for (index, waiver) in waivers.enumerated() where waiver.covers(finding, in: pack) {
      // An expired one is not unused.
      used.insert(index)
      if asOf <= waiver.until, found == nil { found = waiver }
    }
    return found
  }

  /// What is to be said of the waivers themselves once everything was looked at, in order of the file.
  public var findings: [ReviewFinding] {
    waivers.enumerated().compactMap { index, waiver in
      if waiver.until < asOf {
        return ReviewFinding(
          Self.expired.id, Self.expired.severity, at: waiver.place,
          .expired(waiver.rule, waiver.until.text, asOf.text), remedy: .renew)
      }
      if used.contains(index) { return nil }
      return ReviewFinding(
        Self.unused.id, Self.unused.severity, at: waiver.place, .unused(waiver.rule), remedy: .remove)
    }
  }

  /// The pages of the findings on waivers.
  public static let descriptions = [expired, unused]

  private static let expired = ReviewRuleDescription(
    "waiver-expired", .warning,
    title: LocalizedText(vi: "Miễn trừ đã hết hạn", en: "Waiver that has expired"),
    what: LocalizedText(
      vi: "Ngày --as-of nằm sau \"until\" của một miễn trừ.",
      en: "--as-of lies after the \"until\" of a waiver."),
    why: LocalizedText(
      vi: "Điều được miễn tạm thời đã hết thời hạn mà chưa ai sửa hoặc quyết định lại.",
      en: "What was to pass for a while has outlived its time, and nobody mended it or decided anew."),
    avoid: #""until": "2021-06-30"   (--as-of 2021-12-31)"#, prefer: #""until": "2022-06-30""#)

  private static let unused = ReviewRuleDescription(
    "waiver-unused", .warning,
    title: LocalizedText(vi: "Miễn trừ không dùng đến", en: "Waiver that nothing needs"),
    what: LocalizedText(
      vi: "Không điều nào được tìm thấy khớp với miễn trừ này.",
      en: "Nothing was found that the waiver covers."),
    why: LocalizedText(
      vi: "Điều được miễn đã được sửa; để lại, miễn trừ sẽ che một lỗi mới cùng loại.",
      en: "What it covered is mended; left alone it would hide the next one of its sort."),
    avoid: #"{ "rule": "unused-field", … }   (every field is used)"#, prefer: "(removed)")
}

extension ReviewMessage {
  fileprivate static let expired = ReviewMessage(
    "waiver-expired.expired", vi: "Miễn trừ cho {1:quoted} chỉ có hiệu lực đến {2}; nay xét đến {3}.",
    en: "The waiver for {1:quoted} held until {2}; this is as of {3}.")
  fileprivate static let renew = ReviewMessage(
    "waiver-expired.remedy", vi: "Sửa điều được miễn, hoặc quyết định lại với thời hạn mới.",
    en: "Mend what it covers, or decide anew with a new day.")
  fileprivate static let unused = ReviewMessage(
    "waiver-unused.unused", vi: "Miễn trừ cho {1:quoted} không khớp với điều nào được tìm thấy.",
    en: "The waiver for {1:quoted} covers nothing that was found.")
  fileprivate static let remove = ReviewMessage(
    "waiver-unused.remedy", vi: "Bỏ miễn trừ này.", en: "Remove it.")
}
