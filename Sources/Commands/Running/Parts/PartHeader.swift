import CEL
import Evaluator
import JSON
import Reports

/// What a part was made with; parts of one run agree in it.
struct PartHeader {
  var asOf: CivilDate
  var type: Text?
  /// Sum over the related files and the register.
  var related: Text
  /// True where every record is kept, false where only those are that wait for others.
  var isWhole: Bool
  /// What lets findings pass.
  var waivers: WaiverSheet?
  /// The pack as it was set.
  var pack: [UInt8]

  /// Of the form of parts.
  static let version: Int64 = 2

  func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("binhxetPart")
    writer.int(Self.version)
    writer.key("asOf")
    writer.string(asOf.text)
    if let type {
      writer.key("type")
      writer.string(type)
    }
    writer.key("related")
    writer.string(related)
    writer.key("whole")
    writer.bool(isWhole)
    if let waivers {
      writer.key("waivers")
      waivers.write(&writer)
    }
    writer.endObject()
  }

  /// - Throws: `PartError`.
  init(_ node: JSONNode, pack: [UInt8], in file: Text) throws {
    guard let version = node["binhxetPart"]?.numberText else { throw PartError(file, .notAPart) }
    guard version == Text("\(Self.version)") else { throw PartError(file, .version(version)) }
    guard let day = node["asOf"]?.text, let asOf = try? CivilDate(day), let related = node["related"]?.text,
      let isWhole = node["whole"]?.bool
    else { throw PartError(file, .damaged) }
    let waivers = node["waivers"].map { WaiverSheet($0) }
    if case .some(nil) = waivers { throw PartError(file, .damaged) }
    self.init(
      asOf: asOf, type: node["type"]?.text, related: related, isWhole: isWhole, waivers: waivers ?? nil,
      pack: pack)
  }

  init(
    asOf: CivilDate, type: Text?, related: Text, isWhole: Bool, waivers: WaiverSheet?, pack: [UInt8]
  ) {
    self.asOf = asOf
    self.type = type
    self.related = related
    self.isWhole = isWhole
    self.waivers = waivers
    self.pack = pack
  }

  /// - Throws: `PartError` where the other cannot be joined with this one.
  func requireSame(_ other: PartHeader, _ file: Text) throws {
    let difference: PartError.Difference? =
      pack != other.pack
      ? .pack
      : asOf != other.asOf
        ? .day
        : type != other.type
          ? .type : related != other.related ? .related : waivers != other.waivers ? .waivers : nil
    if let difference { throw PartError(file, .differs(difference)) }
  }
}
