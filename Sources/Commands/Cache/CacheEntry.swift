import JSON
import RulePacks

/// One file of the cache: its parts, each after its length, with a sum over what is compared with nothing else.
struct CacheEntry {
  let origin: Text
  let files: [RecordedFiles.Reading]
  let pack: [UInt8]

  private static let magic = Array("binhxet-cache 1\n".utf8)
  /// Length of a file that could not be read.
  private static let absent = UInt64.max

  init(origin: Text, files: [RecordedFiles.Reading], pack: [UInt8]) {
    self.origin = origin
    self.files = files
    self.pack = pack
  }

  var bytes: [UInt8] {
    var bytes = Self.magic
    func append(_ part: [UInt8]?) {
      withUnsafeBytes(of: (part.map { UInt64($0.count) } ?? Self.absent).littleEndian) { bytes += $0 }
      bytes += part ?? []
    }
    append(sum)
    append(pack)
    append(origin.utf8)
    for file in files {
      append(file.path.utf8)
      append(file.bytes)
    }
    return bytes
  }

  /// - Returns: nil for what isn't whole.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    var place = Self.magic.count
    func next() -> [UInt8]?? {
      guard bytes.count - place >= 8 else { return nil }
      var length: UInt64 = 0
      for index in 0..<8 { length |= UInt64(bytes[place + index]) << UInt64(index * 8) }
      place += 8
      if length == Self.absent { return .some(nil) }
      guard let count = Int(exactly: length), count <= bytes.count - place else { return nil }
      defer { place += count }
      return Array(bytes[place..<place + count])
    }
    guard case let sum?? = next(), case let pack?? = next(), case let origin?? = next() else { return nil }
    var files: [RecordedFiles.Reading] = []
    while place < bytes.count {
      guard case let path?? = next(), case let content? = next() else { return nil }
      files.append((Text(utf8: path), content))
    }
    self.init(origin: Text(utf8: origin), files: files, pack: pack)
    guard sum == self.sum else { return nil }
  }

  private var sum: [UInt8] {
    var checksum = Checksum()
    checksum.add(pack)
    return checksum.text.utf8
  }
}
