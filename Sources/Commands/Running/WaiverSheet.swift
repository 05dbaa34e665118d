import CEL
import Evaluator
import JSON
import Records
import Reports
import RuleReview

/// A file of waivers as a run was given it, so that parts of the run carry it whole.
struct WaiverSheet: Equatable {
  /// As results name it.
  let file: Text
  let bytes: [UInt8]
  /// True where only some rules of the pack are asked.
  let isRestricted: Bool

  func waivers(of pack: CompiledPack, asOf: CivilDate) -> RecordWaivers {
    RecordWaivers(WaiverFile(bytes, path: file), of: pack, isRestricted: isRestricted, asOf: asOf)
  }

  /// Reads a file; what is wrong with it goes to standard error and ends the process.
  ///
  /// - Throws: `SourceError` where it cannot be opened.
  static func load(_ path: String, isRestricted: Bool, _ language: Language) throws -> WaiverSheet {
    let sheet = WaiverSheet(
      file: Text(RecordSource(path).name), bytes: try WaiverOptions.bytes(path), isRestricted: isRestricted)
    let defects = WaiverFile(sheet.bytes, path: sheet.file).defects
    for defect in defects { StandardError.write(ProblemTexts(language).excerpt(defect)) }
    guard defects.isEmpty else { throw ExitStatus.packInvalid.error }
    return sheet
  }
}

extension WaiverSheet {
  /// As a part keeps it; nil for what is none.
  init?(_ node: JSONNode) {
    guard let file = node["file"]?.text, let text = node["text"]?.text,
      let isRestricted = node["restricted"]?.bool
    else { return nil }
    self.init(file: file, bytes: text.utf8, isRestricted: isRestricted)
  }

  func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("file")
    writer.string(file)
    writer.key("text")
    writer.string(Text(utf8: bytes))
    writer.key("restricted")
    writer.bool(isRestricted)
    writer.endObject()
  }
}
