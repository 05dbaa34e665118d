import JSON
import Platform
import Records
import RulePacks

/// A pack's folder as it is given on the command line, and what to call its files.
struct ReviewFolder {
  let place: PackPlace
  /// The folder as results name it.
  let name: Text
  /// Leads from the working folder to the rules folder: empty, or ending in `/`.
  let rulesFolder: Text

  /// The folder of the pack within the rules folder.
  var packName: Text { Text(String(place.manifest.string.dropLast("/pack.json".count))) }

  /// Nil where there is no such folder.
  init?(_ path: String) {
    guard let place = PackPlace(path) else { return nil }
    self.place = place
    let folder = String(place.manifest.string.dropLast("/pack.json".count))
    let working = FileManager.default.currentDirectoryPath
    var given = path.hasSuffix("/pack.json") ? String(path.dropLast("/pack.json".count)) : path
    while given.hasSuffix("/"), given.count > 1 { given.removeLast() }
    if given.hasPrefix(working + "/") { given = String(given.dropFirst(working.count + 1)) }
    if given.hasPrefix("./") { given = String(given.dropFirst(2)) }
    let parent: String
    if given == folder {
      parent = ""
    } else if given.hasSuffix("/" + folder) {
      parent = String(given.dropLast(folder.count))
    } else {
      parent = given + "/../"
    }
    rulesFolder = Text(parent)
    name = Text(parent + folder)
  }
}

enum ReviewFolders {
  /// The packs among some folders; without any, those of `rules`.
  ///
  /// - Throws: `SourceError` where a folder given alone holds no pack, or there is no pack at all.
  static func packs(_ paths: [String]) throws -> [ReviewFolder] {
    var paths = paths
    let isGiven = !paths.isEmpty
    if !isGiven {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "rules")) ?? []
      paths = names.sorted().map { "rules/" + $0 }
    }
    let manifests = paths.filter { path in
      path.hasSuffix("pack.json") || FileManager.default.fileExists(atPath: path + "/pack.json")
    }
    if paths.count == 1, manifests.isEmpty { return try paths.map(folder) }
    guard !manifests.isEmpty else { throw absent(isGiven ? paths.joined(separator: " ") : "rules") }
    return try manifests.map(folder)
  }

  static func folder(_ path: String) throws -> ReviewFolder {
    guard let folder = ReviewFolder(path) else { throw absent(path) }
    return folder
  }

  private static func absent(_ path: String) -> SourceError {
    SourceError(source: RecordSource(path), reason: .notFound)
  }
}
