import JSON
import Platform
import RulePacks

/// One file of the cache: its parts, each after its length, with a sum over what is compared with nothing else.
struct CacheEntry {
  /// What a file held; nil where it could not be read.
  typealias Content = (path: Text, bytes: ArraySlice<UInt8>?)

  let origin: Text
  let files: [Content]
  let pack: ArraySlice<UInt8>
  /// What the pack's formulas stand for (`CompiledPack.storedReferences`).
  let references: ArraySlice<UInt8>

  private static let magic = Array("binhxet-cache 3\n".utf8)
  /// Length of a file that could not be read.
  private static let absent = UInt64.max

  init(origin: Text, files: [Content], pack: ArraySlice<UInt8>, references: ArraySlice<UInt8>) {
    self.origin = origin
    self.files = files
    self.pack = pack
    self.references = references
  }

  var bytes: [UInt8] {
    var bytes = Self.magic
    func append(_ part: ArraySlice<UInt8>?) {
      withUnsafeBytes(of: (part.map { UInt64($0.count) } ?? Self.absent).littleEndian) { bytes += $0 }
      bytes += part ?? []
    }
    append(sum[...])
    append(pack)
    append(references)
    append(origin.utf8[...])
    for file in files {
      append(file.path.utf8[...])
      append(file.bytes)
    }
    return bytes
  }

  /// - Returns: nil for what isn't whole.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    var place = Self.magic.count
    func next() -> ArraySlice<UInt8>?? {
      guard bytes.count - place >= 8 else { return nil }
      let length = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
      place += 8
      if length == Self.absent { return .some(nil) }
      guard let count = Int(exactly: UInt64(littleEndian: length)), count <= bytes.count - place else {
        return nil
      }
      defer { place += count }
      return bytes[place..<place + count]
    }
    guard case let sum?? = next(), case let pack?? = next(), case let references?? = next(),
      case let origin?? = next()
    else { return nil }
    var files: [Content] = []
    while place < bytes.count {
      guard case let path?? = next(), case let content? = next() else { return nil }
      files.append((Text(utf8: path), content))
    }
    self.init(origin: Text(utf8: origin), files: files, pack: pack, references: references)
    guard sum.elementsEqual(self.sum) else { return nil }
  }

  /// True where every file holds what it held, and none is there that was not.
  func isUpToDate(_ source: FolderFiles) -> Bool {
    files.allSatisfy { file in
      let found = try? source.read(file.path)
      guard let found, let known = file.bytes else { return found == nil && file.bytes == nil }
      return found.withUnsafeBytes { found in
        known.withUnsafeBytes { known in
          guard found.count == known.count else { return false }
          guard let start = found.baseAddress, let other = known.baseAddress else { return true }
          return memcmp(start, other, found.count) == 0
        }
      }
    }
  }

  private var sum: [UInt8] {
    var checksum = Checksum()
    checksum.add(words: pack)
    checksum.add(words: references)
    // An entry that ends behind one of its files would be taken for one of fewer files.
    for file in files { checksum.add(words: file.path.utf8[...]) }
    return checksum.text.utf8
  }
}
