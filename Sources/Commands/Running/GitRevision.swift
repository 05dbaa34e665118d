import JSON
import Platform
import Records

/// The files of a revision of the git repository around the working folder, read by child processes of git.
struct GitRevision {
  /// The object of its tree.
  private let tree: String

  /// Nil where there is no git, no repository or no such revision.
  init?(_ revision: String) {
    // A name that begins with a dash would be read as an option.
    guard !revision.isEmpty, !revision.hasPrefix("-"),
      let output = Self.line(["rev-parse", "--verify", "--quiet", revision + "^{tree}"])
    else { return nil }
    tree = output
  }

  /// A path as git has it: from the root of the repository, or after `./` from the working folder. Nil leads outside.
  func resolve(_ path: String) -> String? {
    var parts: [Substring] = []
    if path == "." || path.hasPrefix("./") || path.hasPrefix("../") {
      guard let prefix = Self.line(["rev-parse", "--show-prefix"]) else { return nil }
      parts = prefix.split(separator: "/").map { Substring(String($0)) }
    }
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  func holds(_ path: String) -> Bool { Self.run(["cat-file", "-e", tree + ":" + path]) != nil }

  /// Every JSON file below a folder, by path within it.
  ///
  /// - Throws: `SourceError` where git fails on the way.
  func files(below folder: String) throws -> [Text: [UInt8]] {
    let list = ["ls-tree", "-r", "-z", "--full-tree", tree] + (folder.isEmpty ? [] : ["--", folder + "/"])
    guard let output = Self.run(list) else { throw failure(folder) }
    var entries: [(object: String, path: Text)] = []
    for line in output.split(separator: 0) {
      guard let tab = line.firstIndex(of: 0x09) else { continue }
      let fields = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      let path = Array(line[line.index(after: tab)...].dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1))
      guard fields.count == 3, fields[1] == "blob", fields[0] != "120000",
        path.suffix(5).elementsEqual(".json".utf8)
      else { continue }
      entries.append((String(fields[2]), Text(utf8: path)))
    }
    let names = entries.map { $0.object + "\n" }.joined()
    guard let contents = Self.run(["cat-file", "--batch"], input: Array(names.utf8)) else {
      throw failure(folder)
    }
    return try files(entries.map(\.path), contents, folder)
  }

  /// Each object is `NAME blob SIZE`, a line feed, its bytes, a line feed.
  private func files(_ paths: [Text], _ contents: [UInt8], _ folder: String) throws -> [Text: [UInt8]] {
    var files: [Text: [UInt8]] = [:]
    var rest = contents[...]
    for path in paths {
      guard let end = rest.firstIndex(of: 0x0A),
        let size = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").last.flatMap({
          Int($0)
        }),
        size >= 0, rest.endIndex - end > size
      else { throw failure(folder) }
      files[path] = Array(rest[(end + 1)...].prefix(size))
      rest = rest[(end + 1)...].dropFirst(size + 1)
    }
    return files
  }

  private func failure(_ folder: String) -> SourceError {
    SourceError(source: RecordSource(folder), reason: .unreadable)
  }

  /// What git writes; nil where it fails.
  private static func run(_ arguments: [String], input: [UInt8] = []) -> [UInt8]? {
    ChildProcess.output(["git", "--no-replace-objects", "--literal-pathspecs"] + arguments, input: input)
  }

  /// The same of one line, without its end.
  private static func line(_ arguments: [String]) -> String? {
    run(arguments).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
  }
}
