import Foundation

/// Peak resident memory of the process, where the system tells it (Linux: `VmHWM`, which can be set back).
enum MemoryGauge {
  /// Begins a new peak; without effect where the system does not allow it.
  static func reset() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }

  /// Bytes since `reset`; nil where the system does not tell.
  static func peak() -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
        .map { $0 * 1024 }
    }
    return nil
  }
}
