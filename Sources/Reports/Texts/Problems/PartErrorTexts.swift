import JSON
import Records

extension ProblemTexts {
  public func text(_ error: PartError) -> Text {
    (error.file.isEmpty ? "" : Excerpt.text(error.file) + ": ") + text(error.reason)
  }

  private func text(_ reason: PartError.Reason) -> Text {
    switch reason {
    case .notAPart:
      return choose(
        "không phải tệp phần do binhxet check --partial ghi ra.",
        "is no part as binhxet check --partial writes it.")
    case .version(let found):
      return choose("tệp phần thuộc phiên bản ", "is a part of version ") + Excerpt.text(found)
        + choose(
          "; hãy tạo lại bằng cùng phiên bản binhxet.", "; make it again with the same version of binhxet.")
    case .damaged:
      return choose(
        "tệp phần bị cắt cụt hoặc đã bị sửa; hãy tạo lại.", "is cut short or was changed; make it again.")
    case .differs(let difference):
      return choose("tệp phần được tạo với ", "was made with another ") + name(difference)
        + choose(" khác với phần đầu tiên.", " than the first part.")
    case .otherRelated:
      return choose(
        "--related hoặc --register không phải các tệp đã dùng khi tạo các phần; hãy đưa đúng các tệp đó, cùng thứ tự.",
        "--related or --register are not the files that the parts were made with; give the same, in the same order."
      )
    case .withoutRecords:
      return choose(
        "phần này được tạo với --only rosters hoặc summary nên chỉ ghép được với --only rosters hoặc summary.",
        "was made with --only rosters or summary and can be merged with --only rosters or summary alone.")
    case .duplicate(let duplicate):
      return choose("Mã ", "The key ") + Excerpt.text(duplicate.key)
        + choose(" có hai lần: ", " stands twice: ") + Self.text(duplicate.first) + ", "
        + Self.text(duplicate.second)
        + choose("; hãy bỏ một bản rồi chạy lại.", "; leave one out and run again.")
    case .loose(let place):
      return Self.text(place)
        + choose(
          ": hồ sơ hỏng, không rõ loại, có thể thuộc danh sách mà hồ sơ khác đọc; hãy sửa hoặc chạy không chia phần.",
          ": a broken record of no known type may belong to lists that others read; mend it or run undivided."
        )
    case .notRelated(let type, let key):
      return choose("Hồ sơ khác dẫn đến loại ", "Others relate to the type ") + type
        + choose("; hãy đưa tệp chứa ", "; give the file that holds ") + Excerpt.text(key)
        + choose(" bằng --related cho mọi phần.", " to all parts with --related.")
    }
  }

  private func name(_ difference: PartError.Difference) -> Text {
    switch difference {
    case .pack: choose("gói quy tắc, tham số hoặc lựa chọn", "pack, parameter or choice")
    case .day: choose("ngày --as-of", "--as-of")
    case .type: choose("--type", "--type")
    case .waivers: choose("--waivers", "--waivers")
    case .related: choose("--related hoặc --register", "--related or --register")
    }
  }
}
