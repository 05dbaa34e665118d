import Foundation
import JSON

/// Everything but results goes here.
enum StandardError {
  static func write(_ text: Text) {
    FileHandle.standardError.write(Data(text.utf8 + [UInt8(ascii: "\n")]))
  }
}
