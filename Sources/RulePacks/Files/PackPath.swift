import JSON

/// Paths within a rules folder.
enum PackPath {
  enum Refusal: Error {
    case invalid
    case outside
  }

  /// The file that a relative path names in the file that holds it.
  ///
  /// - Parameter base: the file with the path, within the rules folder.
  static func resolve(_ path: Text, from base: Text) throws(Refusal) -> Text {
    let isPlain = path.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\\") }
    guard isPlain, let first = path.utf8.first, first != separator, path.utf8.last != separator else {
      throw .invalid
    }
    var parts = base.utf8.split(separator: separator).dropLast().map(Array.init)
    for part in path.utf8.split(separator: separator, omittingEmptySubsequences: false) {
      switch Text(utf8: part) {
      case "": throw .invalid
      case ".": break
      case "..":
        guard parts.popLast() != nil else { throw .outside }
      default: parts.append(Array(part))
      }
    }
    guard !parts.isEmpty else { throw .invalid }
    return Text(utf8: Array(parts.joined(separator: [separator])))
  }

  static func isManifest(_ path: Text) -> Bool {
    path == "pack.json" || path.utf8.suffix(10).elementsEqual("/pack.json".utf8)
  }

  private static let separator = UInt8(ascii: "/")
}
