import Foundation

/// Figures as they are printed.
enum Figure {
  static func bytes(_ count: Double) -> String {
    switch count {
    case ..<1e3: String(format: "%.0f B", count)
    case ..<1e6: String(format: "%.1f KB", count / 1e3)
    default: String(format: "%.1f MB", count / 1e6)
    }
  }

  static func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1e3) }

  /// A whole number with commas between its thousands.
  static func count(_ number: Double) -> String {
    var digits = Array(String(format: "%.0f", number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  static func padded(_ text: String, to width: Int) -> String {
    let padding = String(repeating: " ", count: max(0, width - text.count))
    return padding + text
  }
}
