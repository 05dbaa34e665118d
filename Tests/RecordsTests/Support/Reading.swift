import CEL
import Evaluator
import Foundation
import JSON

@testable import Records

/// What a reader makes of a source, in a form that tests compare: `id@line` of a record, `code@line:column` of a
/// rejection.
enum Reading {
  static func all(
    _ bytes: [UInt8], named name: String = "a.ndjson", typeName: Text? = "unit"
  ) throws -> [Result<LocatedRecord, Rejection>] {
    let file = try TemporaryFile(name, bytes)
    return try all([file.source], typeName: typeName)
  }

  static func all(
    _ sources: [RecordSource], typeName: Text? = "unit"
  ) throws -> [Result<LocatedRecord, Rejection>] {
    let asOf = try CivilDate("2021-12-31")
    var reader = RecordReader(sources, of: SamplePack.pack, typeName: typeName, asOf: asOf)
    var results: [Result<LocatedRecord, Rejection>] = []
    while let result = try reader.next() { results.append(result) }
    return results
  }

  static func lines(
    _ text: String, named name: String = "a.ndjson", typeName: Text? = "unit"
  ) throws -> [String] {
    try all(Array(text.utf8), named: name, typeName: typeName).map(line)
  }

  static func line(_ result: Result<LocatedRecord, Rejection>) -> String {
    switch result {
    case .success(let located): "\(located.key.text)@\(located.place.line)"
    case .failure(let rejection):
      "\(code(rejection.reason))@\(rejection.place.line)\(rejection.place.column.map { ":\($0)" } ?? "")"
    }
  }

  static func code(_ reason: Rejection.Reason) -> String {
    switch reason {
    case .json(let error): error.code.rawValue
    case .notAnObject(let kind): "notAnObject(\(kind))"
    case .typeMissing: "typeMissing"
    case .typeUnknown(let name, let suggestion): "typeUnknown(\(name), \(suggestion ?? "-"))"
    case .defects(let defects): defects.map { "\($0.path):\($0.code)" }.joined(separator: " ")
    case .duplicateKey(let key, let first): "duplicateKey(\(key.text), \(first.file):\(first.line))"
    case .refused: "refused"
    }
  }

  /// Every document of a source read in pieces of a size, as canonical text or as the error.
  static func documents(_ bytes: [UInt8], named name: String, pieceSize: Int) throws -> [String] {
    let file = try TemporaryFile(name, bytes)
    var reader = try DocumentReader(file.source, pieceSize: pieceSize)
    var documents: [String] = []
    while let document = try reader.next() {
      switch document {
      case .success(let document):
        let place = document.root.position
        documents.append("\(String(decoding: document.root.source, as: UTF8.self))@\(place)")
      case .failure(let broken): documents.append("\(broken.error) \(broken.endsSource)")
      }
    }
    return documents
  }
}
