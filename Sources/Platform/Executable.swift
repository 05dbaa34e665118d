/// The program that runs.
public enum Executable {
  /// A text that changes whenever the program does: where it stands, and the file's number, size and time; nil where the
  /// system doesn't tell.
  public static var identity: String? {
    #if os(Linux)
      guard let path = realpath("/proc/self/exe", nil) else { return nil }
      defer { free(path) }
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      let time = status.st_mtim
      return "\(String(cString: path)) \(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
    #else
      return nil
    #endif
  }
}
