import CEL
import Evaluator
import JSON

/// The result of one expression, for people and for programs.
public struct EvaluationReport {
  private let texts: ProblemTexts
  private let values: ValueText

  public init(_ language: Language) {
    texts = ProblemTexts(language)
    values = ValueText(language)
  }

  /// `{"value": …, "type": "…", "missing": […], "error": "…"}`; of value and error only what there is.
  public func json(_ program: Program, _ trace: Program.Trace) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch trace.value {
    case .unknown(let unknown):
      writer.member("type", program.type.text)
      writer.member("missing", unknown.paths)
    case .error(let error):
      writer.member("type", program.type.text)
      writer.member("missing", [])
      writer.member("error", texts.text(error))
    default:
      writer.key("value")
      writer.value(trace.value)
      writer.member("type", type(program, trace.value))
      writer.member("missing", [])
    }
    writer.endObject()
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }

  /// The value and, below it, every subexpression with its own.
  public func text(_ program: Program, _ trace: Program.Trace) -> [UInt8] {
    var output: [UInt8] = []
    output.line(show(trace.value) + " : " + type(program, trace.value))
    if case .unknown(let unknown) = trace.value { output.line("missing: " + values.join(unknown.paths)) }
    for part in SubexpressionValues(program.expression.root, trace.values).lines {
      let indent = Text(utf8: [UInt8](repeating: 0x20, count: part.depth * 2))
      output.line(indent + part.text + " = " + show(part.value))
    }
    return output
  }

  /// The line with a caret under what is wrong with an expression.
  public func excerpt(_ diagnostic: Diagnostic, in text: Text) -> Text {
    let excerpt = SourceExcerpt(of: text, at: diagnostic.range)
    return "\(excerpt.line):\(excerpt.column): ".asText + texts.text(diagnostic) + "\n  " + excerpt.lineText
      + "\n  " + excerpt.caretLine
  }

  private func type(_ program: Program, _ value: Value) -> Text {
    program.type == .dyn ? value.type.text : program.type.text
  }

  private func show(_ value: Value) -> Text {
    switch value {
    case .error(let error): texts.text(error)
    case .string, .list, .map, .bytes:
      {
        var writer = JSONWriter()
        writer.value(value)
        return Text(utf8: writer.takeBytes())
      }()
    default: values.text(value)
    }
  }
}

extension String {
  var asText: Text { Text(self) }
}
