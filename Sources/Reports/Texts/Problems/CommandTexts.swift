import CEL
import Evaluator
import JSON

extension ProblemTexts {
  /// Output that could not be written; nil is standard output.
  public func unwritable(_ path: Text?) -> Text {
    let target = path.map { Excerpt.text($0) } ?? choose("đầu ra chuẩn", "standard output")
    return choose("Không ghi được ", "Could not write ") + target + "."
  }

  /// No record has the key asked for.
  public func recordNotFound(_ key: Text, among keys: [Text]) -> Text {
    let text = choose("Không có hồ sơ nào mang mã ", "No record has the key ") + Excerpt.text(key) + "."
    guard let nearest = Suggestion.nearest(to: key, among: keys) else { return text }
    return text + choose(" Có phải ý bạn là ", " Did you mean ") + Excerpt.text(nearest) + "?"
  }

  /// A git revision that could not be read.
  public func revisionNotFound(_ revision: Text) -> Text {
    choose("Không đọc được phiên bản git ", "Could not read the git revision ") + Excerpt.text(revision)
      + choose(
        "; hãy kiểm tra tên, và chạy trong thư mục của kho mã.",
        "; check its name, and run inside the repository.")
  }

  /// A folder of a git revision without a pack.
  public func noPack(in folder: Text) -> Text {
    choose("Không có gói quy tắc nào trong ", "There is no rule pack in ") + Excerpt.text(folder) + "."
  }

  /// A committed schema that is not what the program would write.
  public func staleSchema(_ path: Text) -> Text {
    choose("Lược đồ đã cũ hoặc không có: ", "The schema is stale or missing: ") + Excerpt.text(path)
      + choose("; hãy chạy binhxet schema --write.", "; run binhxet schema --write.")
  }
}
