import JSON
import Records

extension ProblemTexts {
  /// Why a source of records cannot be read.
  public func text(_ error: SourceError) -> Text {
    text(error.reason.wording, [Text(error.source.name)])
  }
}

extension SourceError.Reason {
  var wording: Wording {
    switch self {
    case .notFound: Wording(vi: "Không tìm thấy tệp {1:quoted}.", en: "There is no file {1:quoted}.")
    case .isFolder:
      Wording(
        vi: "{1:quoted} là thư mục; hãy chỉ rõ tên tệp.", en: "{1:quoted} is a folder; name the files in it.")
    case .unreadable:
      Wording(
        vi: "Không đọc được tệp {1:quoted}; hãy kiểm tra quyền truy cập.",
        en: "File {1:quoted} cannot be read; check its permissions.")
    case .brokenArchive:
      Wording(
        vi: "Tệp nén {1:quoted} bị hỏng hoặc thiếu phần cuối; hãy kiểm tra bằng gzip -t.",
        en: "The packed file {1:quoted} is damaged or cut short; test it with gzip -t.")
    }
  }
}
