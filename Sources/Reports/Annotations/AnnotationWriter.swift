import JSON

/// One format of annotations: bytes for each in the order in which they come.
public protocol AnnotationWriter {
  init(_ header: AnnotationHeader)
  mutating func begin(into output: inout [UInt8])
  mutating func annotation(_ annotation: Annotation, into output: inout [UInt8])
  mutating func end(into output: inout [UInt8])
}

extension AnnotationWriter {
  /// The whole of a format at once.
  public static func bytes(_ header: AnnotationHeader, _ annotations: [Annotation]) -> [UInt8] {
    var writer = Self(header)
    var output: [UInt8] = []
    writer.begin(into: &output)
    for annotation in annotations { writer.annotation(annotation, into: &output) }
    writer.end(into: &output)
    return output
  }
}
