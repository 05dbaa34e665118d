#if canImport(Glibc)
  import Malloc
#endif

/// Memory as the C library hands it out.
public enum Heap {
  /// Takes memory from the system in large pieces.
  ///
  /// The library's way is a page at a time for every thread but the first, and each time all threads of the process stand
  /// still: more of a short run than the work of the second thread saves. To set one measure fixes the others, which
  /// would grow with the first large piece; they are set to where they would grow to.
  public static func growInLargePieces() {
    #if canImport(Glibc)
      mallopt(M_TOP_PAD, 4 << 20)
      mallopt(M_MMAP_THRESHOLD, 32 << 20)
      mallopt(M_TRIM_THRESHOLD, 64 << 20)
    #endif
  }

  /// Has memory of this thread's heap ready that will soon be used, rather than page by page at first touch, which takes
  /// some times as long.
  ///
  /// - Parameter count: bytes, within what was taken from the system at once.
  public static func makeReady(_ count: Int) {
    #if canImport(Glibc)
      // Large enough to lie at the end of the heap, where what comes next will lie, too.
      guard let piece = malloc(1 << 18) else { return }
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      let start = (UInt(bitPattern: piece) + UInt(page - 1)) & ~UInt(page - 1)
      free(piece)
      madvise(UnsafeMutableRawPointer(bitPattern: start), count & ~(page - 1), MADV_POPULATE_WRITE)
    #endif
  }
}
