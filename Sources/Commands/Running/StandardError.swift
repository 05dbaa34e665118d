import JSON
import Platform

/// Everything but results goes here.
enum StandardError {
  static func write(_ text: Text) {
    _ = Descriptor.standardError.write(text.utf8 + [UInt8(ascii: "\n")])
  }
}
