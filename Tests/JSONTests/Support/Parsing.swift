import JSON

/// Reads a text that a test gives.
func parse(_ text: String, limits: JSONLimits = .standard) throws(JSONError) -> JSONNode {
  try parse(Array(text.utf8), limits: limits)
}

/// Reads bytes that a test gives.
func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) -> JSONNode {
  try JSONDocument.parse(bytes, limits: limits).root
}

/// Why bytes are refused; nil where they are not.
func refusal(of bytes: [UInt8], limits: JSONLimits = .standard) -> JSONError? {
  do {
    _ = try parse(bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}

/// Why a text is refused; nil where it is not.
func refusal(of text: String, limits: JSONLimits = .standard) -> JSONError? {
  refusal(of: Array(text.utf8), limits: limits)
}
