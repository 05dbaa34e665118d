import Evaluator
import JSON
import Platform
import RulePacks

/// Packs that were checked before, so that one whose files haven't changed needs no checking again.
///
/// What is kept is the compiled form with all that it was made from: the program, the settings, and every byte of every
/// file. A pack is taken from here only where all of these are the same, so no clock and no hash can be wrong. Nothing
/// that goes amiss here is a failure: the pack is then read anew.
struct PackCache {
  let folder: String
  /// What of the folder's path must be there; the rest is made.
  private let base: String

  /// Entries kept, of about a megabyte each.
  private static let limit = 48

  init(folder: String, below base: String = "/") {
    self.folder = folder
    self.base = base
  }

  /// In the folder that `BINHXET_CACHE` names, else where the system keeps what can be made again; nil where the variable
  /// is set to nothing, or no folder is named.
  init?(environment: [String: String]) {
    if let folder = environment["BINHXET_CACHE"] {
      guard folder.hasPrefix("/") else { return nil }
      self.init(folder: folder)
    } else if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      self.init(folder: caches + "/binhxet")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      // Users of services often have a home that is not there, and that is to stay so.
      self.init(folder: home + "/.cache/binhxet", below: home)
    } else {
      return nil
    }
  }

  /// The pack of a folder, from here or read and then kept.
  ///
  /// A pack with a defect or a warning is not kept, so that it is told each time.
  func load(_ place: PackPlace, _ options: LoadOptions, _ loader: PackLoader) -> PackLoading {
    guard let program = Executable.identity else {
      return loader.load(manifest: place.manifest, from: place.files, options: options)
    }
    let origin = Origin(
      program: program, folder: place.folder, options: options, kinds: loader.registry.names)
    if let pack = kept(origin, place.files) { return PackLoading(pack: pack, defects: [], warnings: []) }
    let files = RecordedFiles(place.files)
    let loading = loader.load(manifest: place.manifest, from: files, options: options)
    if let pack = loading.pack?.stored, loading.warnings.isEmpty,
      let references = try? CompiledPack.storedReferences(pack),
      let folder = PrivateFolder(making: folder, below: base)
    {
      let contents = files.readings.map { ($0.path, $0.bytes?[...]) }
      let entry = CacheEntry(
        origin: origin.text, files: contents, pack: pack[...], references: references[...])
      folder.write(entry.bytes, to: origin.name, keeping: Self.limit)
    }
    return loading
  }

  private func kept(_ origin: Origin, _ files: FolderFiles) -> CompiledPack? {
    guard let bytes = PrivateFolder(folder)?.read(origin.name), let entry = CacheEntry(bytes),
      entry.origin == origin.text, entry.isUpToDate(files)
    else { return nil }
    return try? CompiledPack(
      stored: bytes, in: entry.pack.indices, references: entry.references, isTrusted: true)
  }
}
