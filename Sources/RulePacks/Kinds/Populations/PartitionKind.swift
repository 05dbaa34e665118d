import CEL
import Evaluator
import JSON

/// Every record of a type stands in exactly one of the lists that other records hold.
public struct PartitionKind: PopulationKind {
  public struct Parameters: Decodable, Sendable {
    var members: ExpressionText
    var covers: Text
  }

  public init() {}

  public func compile(_ parameters: Parameters, _ context: CompileContext) throws -> PopulationCheck {
    let members = context.term(parameters.members, .any)
    switch members.type {
    case .string, .list(.string), .error, .dyn: break
    default:
      context.report(.wrongExpressionType, at: members.node, [members.type.text, "string, list(string)"])
    }
    let known = context.schema.recordTypes.values.filter { !$0.key.isEmpty }
    if !known.contains(where: { $0.name == parameters.covers }) {
      context.report(
        .unknownRecordType, at: context.rule["covers"], [parameters.covers],
        suggestion: Suggestion.nearest(to: parameters.covers, among: known.map(\.name)))
    }
    return PopulationCheck(
      aggregation: .partition(members: try context.formula(of: members), covers: parameters.covers),
      messages: .partition)
  }

  public static let description = KindDescription(
    name: "partition",
    title: LocalizedText(vi: "Chia nhóm trọn vẹn", en: "Partition"),
    doc: LocalizedText(
      vi: "Mỗi hồ sơ thuộc đúng một nhóm, ví dụ mỗi đơn vị thuộc đúng một cụm thi đua.",
      en: "Each record belongs to exactly one list: each unit to one emulation cluster, say."),
    members: [
      .init(
        "members", .expression, required: true, vi: "Mã các hồ sơ thuộc nhóm", en: "Keys of what a list holds"
      ),
      .init("covers", .name, required: true, vi: "Loại hồ sơ được chia", en: "Record type that is divided"),
    ], populationExamples: examples)
}

extension Messages {
  fileprivate static let partition = Messages(
    satisfied: MessageTemplate(
      "partition.met", vi: "Mỗi hồ sơ thuộc đúng một nhóm.", en: "Each record stands in exactly one list."),
    violated: MessageTemplate(
      "partition.missed", vi: "{measured} hồ sơ không thuộc đúng một nhóm: {items}.",
      en: "{measured} not in exactly one list: {items}."),
    undetermined: MessageTemplate(
      "partition.open", vi: "Chưa kết luận được: còn hồ sơ chưa rõ.",
      en: "Cannot be decided yet: records are open."))
}
