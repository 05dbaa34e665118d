import JSON
import RuleReview

/// The annotations as one JSON object, for programs: `{"tool", "findings": […], "summary"}`.
public struct JSONAnnotations: AnnotationWriter {
  private let header: AnnotationHeader
  private var writer = JSONWriter(style: .pretty)
  private var counts = AnnotationCounts()

  public init(_ header: AnnotationHeader) { self.header = header }

  public mutating func begin(into output: inout [UInt8]) {
    writer.beginObject()
    writer.object("tool") { writer in
      writer.member("name", "binhxet")
      writer.member("version", header.toolVersion)
    }
    writer.member("subjects", header.subjects)
    writer.key("findings")
    writer.beginArray()
    output += writer.takeBytes()
  }

  public mutating func annotation(_ annotation: Annotation, into output: inout [UInt8]) {
    counts.add(annotation)
    guard let severity = annotation.kind.name else { return }
    writer.beginObject()
    writer.member("rule", annotation.rule)
    writer.member("severity", severity)
    writer.member("subject", annotation.subject)
    writer.said(of: annotation)
    if !annotation.related.isEmpty {
      writer.key("related")
      writer.beginArray()
      for place in annotation.related {
        writer.beginObject()
        writer.placeMembers(place)
        writer.endObject()
      }
      writer.endArray()
    }
    if !annotation.fix.isEmpty { fix(annotation) }
    if let fingerprint = annotation.fingerprint { writer.member("fingerprint", fingerprint) }
    if let waiver = annotation.waiver { writer.member("waived", waiver) }
    writer.endObject()
    output += writer.takeBytes()
  }

  private mutating func fix(_ annotation: Annotation) {
    writer.key("fix")
    writer.beginArray()
    for edit in annotation.fix {
      writer.beginObject()
      writer.member("byte", edit.range.lowerBound)
      writer.member("length", edit.range.count)
      writer.member("replacement", edit.replacement)
      writer.endObject()
    }
    writer.endArray()
  }

  public mutating func end(into output: inout [UInt8]) {
    writer.endArray()
    writer.object("summary") { writer in
      writer.member("errors", counts.errors)
      writer.member("warnings", counts.warnings)
      writer.member("notes", counts.notes)
      writer.member("undetermined", counts.open)
      writer.member("waived", counts.waived)
    }
    writer.endObject()
    output += writer.takeBytes() + [UInt8(ascii: "\n")]
  }
}

extension Annotation.Kind {
  fileprivate var name: Text? {
    switch self {
    case .fail(let severity): severity.name
    case .open: "undetermined"
    case .pass, .informational, .notApplicable: nil
    }
  }
}

extension JSONWriter {
  /// Where it is, what is said of it, and what to do.
  mutating func said(of annotation: Annotation) {
    if let place = annotation.place { self.place("at", place) }
    object("message") { writer in
      if let id = annotation.messageID { writer.member("id", id) }
      writer.member("arguments", annotation.arguments)
      writer.member("text", annotation.message)
    }
    if let remedy = annotation.remedy { member("remedy", remedy) }
  }

  mutating func place(_ key: Text, _ place: AnnotationPlace) {
    object(key) { $0.placeMembers(place) }
  }

  fileprivate mutating func placeMembers(_ place: AnnotationPlace) {
    member("file", place.file)
    member("line", place.line)
    if let column = place.column { member("column", column) }
    if let length = place.length { member("length", length) }
  }
}
