import Platform

/// Folders of packs as a command names them.
enum PackFolders {
  /// Of several, those that hold the files of a pack; the only one is taken as it is, so that a slip in its name is
  /// told.
  static func named(_ arguments: [String], holding files: [String] = ["pack.json"]) -> [String] {
    let named = arguments.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    guard named.count > 1 else { return named }
    let found = named.filter { folder in
      files.allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    }
    return found.isEmpty ? named : found
  }
}
