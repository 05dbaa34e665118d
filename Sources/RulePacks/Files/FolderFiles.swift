import JSON
import Platform

/// The files below a rules folder; links are followed, but not out of it.
public struct FolderFiles: PackFileSource {
  /// Absolute, without links.
  private let root: String
  private let sizeLimit: Int
  private let folders = KnownFolders()

  /// - Parameter root: nil is returned where this is no folder that can be opened.
  public init?(root: String, sizeLimit: Int = 64 << 20) {
    guard let real = Self.realPath(root) else { return nil }
    self.root = real
    self.sizeLimit = sizeLimit
  }

  public func read(_ path: Text) throws(PackFileError) -> [UInt8] {
    if let descriptor = openDirectly(path) { return try contents(descriptor) }
    guard let file = Self.realPath(root + "/" + path.string) else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .notFound }
      throw .unreadable(Self.message(code))
    }
    guard isInside(file) else { throw .outsideRulesFolder }
    // Not blocking, so that a pipe without a writer is found to be no file instead of waiting for one.
    let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(Self.message(errno)) }
    return try contents(descriptor)
  }

  /// A file that is no link itself, in a folder that has been resolved; nil for any other, and where anything is wrong.
  ///
  /// To resolve each path asks the system about each of its parts.
  private func openDirectly(_ path: Text) -> Int32? {
    guard !path.utf8.contains(0), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let folder = folders.resolved(Text(utf8: path.utf8[..<slash])) { Self.realPath(root + "/" + $0.string) }
    guard let folder, isInside(folder + "/") else { return nil }
    let name = Text(utf8: path.utf8[(slash + 1)...])
    let descriptor = open(folder + "/" + name.string, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    return descriptor >= 0 ? descriptor : nil
  }

  private func isInside(_ path: String) -> Bool {
    path.utf8.starts(with: (root.utf8.last == UInt8(ascii: "/") ? root : root + "/").utf8)
  }

  public func names(in folder: Text) -> [Text] {
    guard let path = Self.realPath(root + "/" + folder.string), let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [Text] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Text(utf8: bytes.prefix { $0 != 0 })
      }
      if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted()
  }

  /// What an open file holds; closes it.
  private func contents(_ descriptor: Int32) throws(PackFileError) -> [UInt8] {
    let file = Descriptor(descriptor)
    defer { _ = file.close() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(Self.message(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a file") }
    guard status.st_size <= sizeLimit else { throw .tooLarge(sizeLimit) }
    guard let bytes = file.read(exactly: Int(status.st_size)) else {
      throw .unreadable(Self.message(errno))
    }
    return bytes
  }

  /// The absolute path without links; nil where there is none, and `errno` says why.
  static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  private static func message(_ code: Int32) -> Text { Text(String(cString: strerror(code))) }
}
