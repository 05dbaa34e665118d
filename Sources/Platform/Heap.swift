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
}
