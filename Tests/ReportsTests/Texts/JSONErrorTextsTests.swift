import Evaluator
import JSON
import Testing

@testable import Reports

/// Broken JSON as officers read of it.
@Suite struct JSONErrorTextsTests {
  @Test(arguments: [
    ("", "Không có nội dung để đọc.", "There is nothing to read."),
    (
      #"{"a": 1"#,
      #"Dữ liệu bị cắt ngang. Ở đây cần dấu "," hoặc dấu "}". Phần chưa kết thúc bắt đầu ở dòng 1, cột 1."#,
      #"The data end too early. Expected here: "," or "}". What is not finished begins at line 1, column 1."#
    ),
    (
      #"{"a": 1; "b": 2}"#, #"Không thể có ";" ở đây. Ở đây cần dấu "," hoặc dấu "}"."#,
      #"";" cannot stand here. Expected here: "," or "}"."#
    ),
    (
      "{\"a\": 1,\n \"a\": 2}",
      #"Trường "a" xuất hiện hai lần trong cùng một đối tượng. Lần đầu ở dòng 1, cột 2."#,
      #"Field "a" stands twice in one object. It stands first at line 1, column 2."#
    ),
    (
      "[NaN]", #""NaN" không phải là số. Nếu chưa có số liệu, hãy bỏ trường này hoặc ghi null."#,
      #""NaN" is no number. Where the figure is not known, leave the field out or write null."#
    ),
    (
      "[1,]", "Thừa dấu phẩy: sau nó không còn gì. Hãy xóa dấu phẩy này.",
      "A comma too many: nothing follows it. Remove it."
    ),
    (
      "[true] x", #"Dữ liệu đã kết thúc mà vẫn còn "x" phía sau."#,
      #"The data are complete, yet "x" follows."#
    ),
  ])
  func texts(_ json: String, _ vi: String, _ en: String) {
    #expect(texts(Array(json.utf8)) == [vi, en])
  }

  @Test func aByteThatIsNoTextIsNamedByItsNumber() {
    #expect(
      texts([UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")]) == [
        "Có byte 0xFF không đúng mã UTF-8. Hãy lưu lại với mã UTF-8.",
        "byte 0xFF is not UTF-8. Save the data as UTF-8.",
      ])
  }

  @Test func depthIsNamedWithItsLimit() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    #expect(
      texts(deep) == [
        "Lồng nhau quá sâu: nhiều nhất 512 tầng.", "Nested too deep: at most 512 levels.",
      ])
  }

  private func texts(_ bytes: [UInt8]) -> [String] {
    do throws(JSONError) {
      _ = try JSONDocument.parse(bytes)
      return []
    } catch {
      return Language.allCases.map { ProblemTexts($0).text(error).string }
    }
  }
}
