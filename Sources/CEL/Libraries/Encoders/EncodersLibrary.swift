import JSON

/// The encoders extension: `base64.encode` and `base64.decode`.
public enum EncodersLibrary {
  public static let library = Library(
    name: "encoders",
    functions: [
      FunctionDeclaration(
        "base64.encode", [Overload("base64_encode_bytes", [.bytes], .string)],
        .unary { value, _ in
          guard case .bytes(let bytes) = value else { return nil }
          return .bounded(Base64.encode(bytes), "base64.encode")
        }),
      FunctionDeclaration(
        "base64.decode", [Overload("base64_decode_string", [.string], .bytes)],
        .unary { value, _ in
          guard case .string(let text) = value else { return nil }
          return Base64.decode(text).map(Value.bytes)
            ?? .error(EvaluationError(.invalidArgument, [text, "base64"]))
        }),
    ])
}
