import CEL
import JSON

/// The form of `trace.json`: which rules each requirement of a source became.
public enum TraceForm {
  public static let shape = ObjectShape(
    "trace",
    doc: LocalizedText(vi: "Đối chiếu yêu cầu và quy tắc", en: "Requirements of a source and their rules"),
    members: [
      .schemaReference,
      .init("source", .id, required: true, vi: "Văn bản được đối chiếu", en: "The source"),
      .init(
        "total", .integer(minimum: 0), vi: "Tổng số yêu cầu của văn bản",
        en: "How many requirements the source has"),
      .init(
        "rows", .array(.object(row), minimum: 0), required: true, vi: "Các yêu cầu", en: "Its requirements"),
    ])

  static let row = ObjectShape(
    "trace row", doc: LocalizedText(vi: "Một yêu cầu", en: "One requirement"),
    members: [
      .init("row", .text, required: true, vi: "Mã yêu cầu", en: "Id of the requirement"),
      .init(
        "rules", .array(.id, minimum: 0), required: true, vi: "Quy tắc tương ứng", en: "Rules that check it"),
      .init(
        "because", .localized, vi: "Cách hiểu, hoặc vì sao không có quy tắc",
        en: "How it was read, or why there is no rule"),
    ])
}
