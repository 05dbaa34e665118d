import JSON

/// `size`.
extension StandardLibrary {
  private static let list = CELType.list(.parameter("A"))
  private static let map = CELType.map(.parameter("K"), .parameter("V"))

  static let containers: [FunctionDeclaration] = [
    FunctionDeclaration(
      "size",
      [
        Overload("size_string", [.string], .int), Overload("string_size", member: true, [.string], .int),
        Overload("size_bytes", [.bytes], .int), Overload("bytes_size", member: true, [.bytes], .int),
        Overload("size_list", [list], .int), Overload("list_size", member: true, [list], .int),
        Overload("size_map", [map], .int), Overload("map_size", member: true, [map], .int),
      ], traits: .takesOpen, extent: { OpenList($0[0])?.size }, .unary { value, _ in size(value) })
  ]

  /// Code points, bytes, elements or entries; unknown for a list that may get further elements.
  private static func size(_ value: Value) -> Value? {
    switch value {
    case .string(let text): .int(Int64(text.codePointCount))
    case .bytes(let bytes): .int(Int64(bytes.count))
    case .list(let list): list.remainder ?? .int(Int64(list.elements.count))
    case .map(let map): .int(Int64(map.keys.count))
    default: nil
    }
  }
}
