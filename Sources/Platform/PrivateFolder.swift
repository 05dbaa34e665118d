/// A folder that its owner alone can change, with files that appear whole or not at all.
public struct PrivateFolder: Sendable {
  public let path: String

  /// - Returns: nil where the folder isn't there, belongs to somebody else or can be changed by others.
  public init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.isOwnersAlone else {
      return nil
    }
    self.path = path
  }

  /// The same, with what of it isn't there made.
  ///
  /// - Parameter base: a folder above it that must be there.
  public init?(making path: String, below base: String = "/") {
    guard FileManager.default.isFolder(base) == true else { return nil }
    for (place, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && place > base.utf8.count {
      mkdir(String(decoding: path.utf8.prefix(place), as: UTF8.self), 0o700)
    }
    mkdir(path, 0o700)
    self.init(path)
  }

  /// What a file holds; nil where it isn't there, is a link, belongs to somebody else or can be changed by others.
  public func read(_ name: String) -> [UInt8]? {
    let descriptor = open(path + "/" + name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = Descriptor(descriptor)
    defer { _ = file.close() }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.isOwnersAlone else {
      return nil
    }
    let bytes = file.read(exactly: Int(status.st_size))
    return bytes?.count == Int(status.st_size) ? bytes : nil
  }

  /// Puts a file in place; where that fails, things stay as they were.
  ///
  /// - Parameter limit: of more files than this, those that were written longest ago are removed.
  public func write(_ bytes: [UInt8], to name: String, keeping limit: Int) {
    let beside = path + "/.\(name).\(getpid()).part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let file = Descriptor(descriptor)
    let isWritten = file.write(bytes)
    guard file.close(), isWritten, rename(beside, path + "/" + name) == 0 else {
      unlink(beside)
      return
    }
    removeOldest(beyond: limit)
  }

  private func removeOldest(beyond limit: Int) {
    guard let stream = opendir(path) else { return }
    defer { closedir(stream) }
    var files: [(path: String, written: Int)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      var status = stat()
      let file = path + "/" + name
      guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files.append((file, status.secondsWritten))
    }
    guard files.count > limit else { return }
    for file in files.sorted(by: { $0.written < $1.written }).dropLast(limit) { unlink(file.path) }
  }
}

extension stat {
  fileprivate var isOwnersAlone: Bool { st_uid == geteuid() && st_mode & 0o022 == 0 }

  fileprivate var secondsWritten: Int {
    #if canImport(Darwin)
      Int(st_mtimespec.tv_sec)
    #else
      Int(st_mtim.tv_sec)
    #endif
  }
}
