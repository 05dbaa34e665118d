import JSON

/// The line of an expression in which a range begins, with its place and marks to print beneath it.
public struct SourceExcerpt: Sendable, Hashable {
  /// From 1.
  public let line: Int
  /// Code points before the range in its line, plus 1.
  public let column: Int
  /// The line without its end; of a long line the part around the range, with `…` for what is left out.
  public let lineText: Text
  /// As wide as the range's place in `lineText`: blanks, a `^` below its first character, `~` below the rest.
  public let caretLine: Text

  /// Longer lines are cut; in code points.
  static let maximumWidth = 120
  /// Code points kept before the range in a line that is cut.
  static let contextBefore = 40

  /// Finds the line; linear in the length of the text. A range beyond the text counts as its end.
  public init(of text: Text, at range: SourceRange) {
    let bytes = text.utf8
    let start = min(max(Int(range.start), 0), bytes.count)
    var line = 1
    var lineStart = 0
    for place in 0..<start where bytes[place].isLineEnd {
      if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { continue }
      line += 1
      lineStart = place + 1
    }
    let lineEnd = bytes[start...].firstIndex { $0.isLineEnd } ?? bytes.count
    let before = Self.codePoints(bytes[lineStart..<start])
    self.line = line
    column = before + 1

    var window = lineStart..<max(lineEnd, start)
    if Self.codePoints(bytes[window]) > Self.maximumWidth {
      // In ill-formed text the first character may begin behind the range.
      let first = min(start, Self.offset(of: max(0, before - Self.contextBefore), from: lineStart, in: bytes))
      window = first..<min(window.upperBound, Self.offset(of: Self.maximumWidth, from: first, in: bytes))
    }
    let isCutBefore = window.lowerBound > lineStart
    let shown = Text(utf8: bytes[window])
    lineText = (isCutBefore ? "…" : "") + shown + (window.upperBound < lineEnd ? "…" : "")

    var marks: [UInt8] = isCutBefore ? [UInt8(ascii: " ")] : []
    for place in window.lowerBound..<start where Self.isWide(place, in: bytes) {
      marks.append(bytes[place] == 0x09 ? 0x09 : UInt8(ascii: " "))
    }
    marks.append(UInt8(ascii: "^"))
    let end = min(max(Int(range.end), start), window.upperBound)
    var width = 0
    for place in start..<end where Self.isWide(place, in: bytes) { width += 1 }
    marks += [UInt8](repeating: UInt8(ascii: "~"), count: max(0, width - 1))
    caretLine = Text(utf8: marks)
  }

  private static func codePoints(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The offset behind so many code points.
  private static func offset(of count: Int, from start: Int, in bytes: [UInt8]) -> Int {
    var rest = count
    var place = start
    while place < bytes.count {
      if bytes[place] & 0xC0 != 0x80 {
        if rest == 0 { return place }
        rest -= 1
      }
      place += 1
    }
    return place
  }

  /// True for the first byte of a character that takes up room; Vietnamese in decomposed form has many that do not
  /// (U+0300 to U+036F).
  private static func isWide(_ place: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[place] & 0xC0 != 0x80 else { return false }
    guard place + 1 < bytes.count else { return true }
    switch bytes[place] {
    case 0xCC: return false
    case 0xCD: return bytes[place + 1] >= 0xB0
    default: return true
    }
  }
}
