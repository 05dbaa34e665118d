import CEL
import JSON
import Records
import RulePacks

/// A place of a file as annotation formats print it.
public struct AnnotationPlace: Sendable, Hashable {
  /// Relative to the folder in which the command runs, with `/`.
  public let file: Text
  /// From 1.
  public let line: Int
  /// Characters (Unicode scalars) from 1; nil where the whole line is meant.
  public let column: Int?
  /// Characters, at least 1; nil where the whole line is meant.
  public let length: Int?
  /// The line in which it begins; nil where it is not at hand.
  public let sourceLine: Text?

  /// - Parameter folder: what leads from the working folder to the rules folder: empty, or ending in `/`.
  public init(_ place: PackDefect.Place, below folder: Text) {
    file = folder + place.file
    line = place.line
    column = place.column
    length = place.length
    sourceLine = place.sourceLine
  }

  public init(_ place: SourcePlace) {
    file = Text(place.file)
    line = place.line
    column = place.column
    length = place.column.map { _ in 1 }
    sourceLine = nil
  }

  /// `rules/ba-to-2021/targets.json:12:18`.
  var text: Text {
    let line = Excerpt.printable(file) + ":" + Text("\(self.line)")
    return column.map { line + ":" + Text("\($0)") } ?? line
  }

  /// The line around the stretch with its caret; nil where the line is not at hand.
  var excerpt: SourceExcerpt? {
    guard let sourceLine, let column, let length else { return nil }
    return SourceExcerpt(of: sourceLine, column: column, length: length)
  }
}

extension SourceExcerpt {
  /// A stretch given in characters.
  init(of line: Text, column: Int, length: Int) {
    var starts: [Int] = []
    for (offset, byte) in line.utf8.enumerated() where byte & 0xC0 != 0x80 { starts.append(offset) }
    func offset(_ character: Int) -> Int {
      starts.indices.contains(character) ? starts[character] : line.utf8.count
    }
    self.init(of: line, at: SourceRange(offset(column - 1), offset(column - 1 + length)))
  }
}
