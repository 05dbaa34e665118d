import JSON
import RulePacks

/// What stands in `waivers.json`: waivers of what lint finds, and of findings on records.
public struct WaiverFile: Sendable {
  /// In order of the file; none where the file has no sound form.
  public let waivers: [Waiver]
  /// What is wrong with the file.
  public let defects: [PackDefect]

  /// - Parameter path: by which findings name the file.
  public init(_ bytes: [UInt8], path: Text) {
    let file = FormFile(bytes, path: path, form: WaiverFileForm.shape)
    defects = file.defects
    let nodes = defects.isEmpty ? file.document?.root["waivers"]?.elements.map(\.self) ?? [] : []
    waivers = nodes.map { Waiver($0, file.place(of: $0)) }
  }
}
