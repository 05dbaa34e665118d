import JSON
import RuleReview

/// Workflow commands of GitHub Actions, which shows them at their lines of a pull request.
///
/// One line each: `::error file=…,line=…,col=…,endColumn=…,title=RULE::message`. What passes, or is waived, is left out.
public struct GitHubAnnotations: AnnotationWriter {
  public init(_ header: AnnotationHeader) {}

  public mutating func begin(into output: inout [UInt8]) {}

  public mutating func annotation(_ annotation: Annotation, into output: inout [UInt8]) {
    guard annotation.waiver == nil, let command = Self.command(annotation.kind) else { return }
    var properties: [Text] = []
    if let place = annotation.place {
      properties += ["file=" + Self.property(place.file), "line=" + Text("\(place.line)")]
      if let column = place.column, let length = place.length {
        properties += ["col=" + Text("\(column)"), "endColumn=" + Text("\(column + length)")]
      }
    }
    properties.append("title=" + Self.property(annotation.rule))
    let message = annotation.message + (annotation.remedy.map { "\n" + $0 } ?? "")
    output.line("::" + command + " " + properties.joined(",") + "::" + Self.data(message))
  }

  public mutating func end(into output: inout [UInt8]) {}

  private static func command(_ kind: Annotation.Kind) -> Text? {
    switch kind {
    case .fail(.error): "error"
    case .fail(.warning), .open: "warning"
    case .fail(.note): "notice"
    case .pass, .informational, .notApplicable: nil
    }
  }

  private static func data(_ text: Text) -> Text {
    escaped(text, [UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }

  private static func property(_ text: Text) -> Text {
    escaped(
      text,
      [UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ":"), UInt8(ascii: ",")])
  }

  private static func escaped(_ text: Text, _ special: [UInt8]) -> Text {
    let digits = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if special.contains(byte) {
        escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        escaped.append(byte)
      }
    }
    return Text(utf8: escaped)
  }
}
