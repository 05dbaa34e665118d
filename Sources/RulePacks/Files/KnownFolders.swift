import JSON
import Synchronization

/// Folders whose path without links has been found, by their path below a root.
final class KnownFolders: Sendable {
  private let paths = Mutex<[Text: String]>([:])

  /// The absolute path without links; nil where there is none.
  func resolved(_ folder: Text, _ resolve: (Text) -> String?) -> String? {
    if let known = paths.withLock({ $0[folder] }) { return known }
    guard let found = resolve(folder) else { return nil }
    paths.withLock { $0[folder] = found }
    return found
  }
}
