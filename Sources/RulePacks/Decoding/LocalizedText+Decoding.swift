import CEL
import JSON

extension LocalizedText: Decodable {
  private enum CodingKeys: String, CodingKey {
    case vi, en
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      vi: try container.decode(Text.self, forKey: .vi), en: try container.decode(Text.self, forKey: .en))
  }
}
