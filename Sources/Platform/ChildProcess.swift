/// A program that runs beside this one, found by `PATH`.
public enum ChildProcess {
  /// What it writes to standard output; nil where it can't be started or fails. Its errors go nowhere.
  ///
  /// - Parameters:
  ///   - arguments: the first names the program.
  ///   - input: what it reads from standard input.
  public static func output(_ arguments: [String], input: [UInt8] = []) -> [UInt8]? {
    // From a file, so that writing and reading can't wait for one another.
    guard let file = tmpfile() else { return nil }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else { return nil }
    rewind(file)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (Descriptor(ends[0]), Descriptor(ends[1]))
    _ = fcntl(reading.number, F_SETFD, FD_CLOEXEC)
    let child = start(arguments, input: fileno(file), output: writing.number)
    _ = writing.close()
    defer { _ = reading.close() }
    guard let child else { return nil }
    let output = reading.readToEnd()
    var status: Int32 = -1
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status == 0 ? output : nil
  }

  private static func start(_ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // With a number of its own among the three, the pipe is open in the child a second time.
    if output > STDERR_FILENO { posix_spawn_file_actions_addclose(&actions, output) }
    var words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    guard let program = words.first, let program else { return nil }
    words.append(nil)
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, nil, words, environ) == 0 else { return nil }
    return child
  }
}

/// Ends this process; `exit(3)`, which methods of commands hide.
public func endProcess(_ status: Int32) -> Never { exit(status) }
