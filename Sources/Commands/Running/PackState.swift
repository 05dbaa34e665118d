import Evaluator
import JSON
import Platform
import Records
import Reports
import RulePacks

/// Packs as they stand in a folder or in a git revision.
struct PackState {
  let files: any PackFileSource
  /// Paths within the rules folder, sorted.
  let manifests: [Text]
  /// True where a pack was named, not a folder of packs.
  let isSingle: Bool

  /// - Parameter argument: a folder, or `REV:PATH` where there is no such folder.
  /// - Throws: `SourceError`, or the exit code of an input that can't be opened.
  init(_ argument: String, _ language: Language) throws {
    if !FileManager.default.fileExists(atPath: argument), let colon = argument.firstIndex(of: ":") {
      let revision = String(argument[..<colon])
      let path = String(argument[argument.index(after: colon)...])
      self = try PackState(revision: revision, path: path, language)
    } else {
      self = try PackState(folder: argument)
    }
  }

  private init(folder: String) throws {
    if FileManager.default.fileExists(atPath: folder + "/pack.json") || folder.hasSuffix("pack.json"),
      let place = PackPlace(folder)
    {
      self.init(files: place.files, manifests: [place.manifest], isSingle: true)
      return
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let manifests = names.filter { FileManager.default.fileExists(atPath: folder + "/" + $0 + "/pack.json") }
    guard let files = FolderFiles(root: folder), !manifests.isEmpty else {
      throw SourceError(source: RecordSource(folder), reason: .notFound)
    }
    self.init(files: files, manifests: manifests.map { Text($0 + "/pack.json") }.sorted(), isSingle: false)
  }

  private init(revision: String, path: String, _ language: Language) throws {
    let git = GitRevision(revision)
    guard let git, let path = git.resolve(path) else {
      StandardError.write(ProblemTexts(language).revisionNotFound(Text(revision)))
      throw ExitStatus.inputUnreadable.error
    }
    let manifest = path.isEmpty ? "pack.json" : path + "/pack.json"
    let isSingle = git.holds(manifest)
    // The files of a pack may stand anywhere below the folder around it.
    let root = isSingle ? String(path.split(separator: "/").dropLast().joined(separator: "/")) : path
    let files = try git.files(below: root)
    let own = isSingle ? [Text(String(manifest.dropFirst(root.isEmpty ? 0 : root.utf8.count + 1)))] : []
    let all = files.keys.filter { key in
      let parts = key.utf8.split(separator: UInt8(ascii: "/"))
      return parts.count == 2 && parts[1].elementsEqual("pack.json".utf8)
    }
    let manifests = isSingle ? own : all.sorted()
    guard !manifests.isEmpty else {
      StandardError.write(ProblemTexts(language).noPack(in: Text(revision + ":" + path)))
      throw ExitStatus.inputUnreadable.error
    }
    self.init(files: MemoryFiles(files), manifests: manifests, isSingle: isSingle)
  }

  private init(files: any PackFileSource, manifests: [Text], isSingle: Bool) {
    self.files = files
    self.manifests = manifests
    self.isSingle = isSingle
  }
}
