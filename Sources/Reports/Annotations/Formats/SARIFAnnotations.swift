import Evaluator
import JSON
import RuleReview

/// SARIF 2.1.0, the format of code scanning (OASIS, `sarif-schema-2.1.0.json`).
public struct SARIFAnnotations: AnnotationWriter {
  private let header: AnnotationHeader
  private let places: [Text: Int]
  private var writer = JSONWriter(style: .pretty)

  public init(_ header: AnnotationHeader) {
    self.header = header
    places = Dictionary(
      header.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public mutating func begin(into output: inout [UInt8]) {
    writer.beginObject()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.object("tool") { writer in
      writer.object("driver") { writer in
        writer.member("name", "binhxet")
        writer.member("version", header.toolVersion)
        writer.member("language", header.language == .vi ? "vi" : "en")
        writer.key("rules")
        writer.beginArray()
        for rule in header.rules { Self.rule(rule, &writer) }
        writer.endArray()
      }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginArray()
    output += writer.takeBytes()
  }

  private static func rule(_ rule: AnnotatedRule, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", rule.id)
    writer.text("shortDescription", rule.title)
    writer.text("fullDescription", rule.description)
    if let help = rule.help { writer.text("help", help) }
    writer.object("defaultConfiguration") { $0.member("level", rule.severity.name) }
    writer.endObject()
  }

  public mutating func annotation(_ annotation: Annotation, into output: inout [UInt8]) {
    writer.beginObject()
    writer.member("ruleId", annotation.rule)
    if let place = places[annotation.rule] { writer.member("ruleIndex", place) }
    writer.member("kind", annotation.kind.sarif)
    writer.member("level", annotation.kind.level)
    writer.text("message", annotation.message + (annotation.remedy.map { " " + $0 } ?? ""))
    writer.key("locations")
    writer.beginArray()
    writer.beginObject()
    if let place = annotation.place { writer.location(place) }
    writer.key("logicalLocations")
    writer.beginArray()
    writer.beginObject()
    writer.member("fullyQualifiedName", annotation.subject)
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
    related(annotation)
    fix(annotation)
    writer.endObject()
    output += writer.takeBytes()
  }

  private mutating func related(_ annotation: Annotation) {
    if !annotation.related.isEmpty {
      writer.key("relatedLocations")
      writer.beginArray()
      for place in annotation.related {
        writer.beginObject()
        writer.location(place)
        writer.endObject()
      }
      writer.endArray()
    }
    if let fingerprint = annotation.fingerprint {
      writer.object("partialFingerprints") { $0.member("binhxet/v1", fingerprint) }
    }
    if let waiver = annotation.waiver {
      writer.key("suppressions")
      writer.beginArray()
      writer.beginObject()
      writer.member("kind", "external")
      writer.member("justification", waiver)
      writer.endObject()
      writer.endArray()
    }
  }

  private mutating func fix(_ annotation: Annotation) {
    guard !annotation.fix.isEmpty, let place = annotation.place else { return }
    writer.key("fixes")
    writer.beginArray()
    writer.beginObject()
    writer.key("artifactChanges")
    writer.beginArray()
    writer.beginObject()
    writer.artifact(place.file)
    writer.key("replacements")
    writer.beginArray()
    for edit in annotation.fix {
      writer.beginObject()
      writer.object("deletedRegion") { writer in
        writer.member("byteOffset", edit.range.lowerBound)
        writer.member("byteLength", edit.range.count)
      }
      writer.text("insertedContent", edit.replacement)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
  }

  public mutating func end(into output: inout [UInt8]) {
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    output += writer.takeBytes() + [UInt8(ascii: "\n")]
  }
}

extension Annotation.Kind {
  fileprivate var sarif: Text {
    switch self {
    case .fail: "fail"
    case .open: "open"
    case .pass: "pass"
    case .informational: "informational"
    case .notApplicable: "notApplicable"
    }
  }

  /// Anything but a failure has the level `none` (SARIF 2.1.0, §3.27.10).
  fileprivate var level: Text {
    if case .fail(let severity) = self { return severity.name }
    return "none"
  }
}

extension JSONWriter {
  mutating func object(_ key: Text, _ write: (inout JSONWriter) -> Void) {
    self.key(key)
    beginObject()
    write(&self)
    endObject()
  }

  /// A `message` or `multiformatMessageString`.
  fileprivate mutating func text(_ key: Text, _ text: Text) {
    object(key) { $0.member("text", text) }
  }

  fileprivate mutating func artifact(_ file: Text) {
    object("artifactLocation") { writer in
      writer.member("uri", file.percentEncoded)
      writer.member("uriBaseId", "%SRCROOT%")
    }
  }

  fileprivate mutating func location(_ place: AnnotationPlace) {
    object("physicalLocation") { writer in
      writer.artifact(place.file)
      writer.object("region") { writer in
        writer.member("startLine", place.line)
        if let column = place.column, let length = place.length {
          writer.member("startColumn", column)
          writer.member("endColumn", column + length)
        }
        if let line = place.sourceLine { writer.text("snippet", line) }
      }
    }
  }
}

extension Text {
  /// A path as a relative URI reference (RFC 3986).
  fileprivate var percentEncoded: Text {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return Text(utf8: encoded)
  }
}
