/// The heap of the module: `posix_memalign` and `free`, which are all that Embedded Swift asks for.
///
/// Memory is taken from the host in pages of 64 KiB. A page belongs either to one size class, and is then
/// cut into blocks of that size threaded on the free list of the class, or to a run of whole pages for one
/// large block. A table with one word for each page says which, so blocks carry no header and every block
/// of a class lies at a multiple of 16 (of its size, where that is a power of two).
///
/// Both operations take constant time for blocks up to 32 KiB; a larger one scans the table of pages.
/// Pages of a size class are never given to another use. One thread only.
enum Heap {
  static let pageBits: UInt = 16
  static let pageSize: UInt = 1 << pageBits
  static let largestClassSize: UInt = 32768

  /// What the table says of a page. Other values: the class of its blocks, counted from 1.
  enum Page {
    static let free: UInt32 = 0
    static let continuesRun: UInt32 = 0xFFFF_FFFF
    /// With the number of pages in the low bits: the first page of a run.
    static let startsRun: UInt32 = 0x8000_0000
  }

  private struct FreeBlock {
    var next: UnsafeMutablePointer<FreeBlock>?
  }

  /// One word for each of the 65536 pages that 32 bits address.
  nonisolated(unsafe) private static var table: UnsafeMutablePointer<UInt32>?
  /// The free blocks of each class.
  nonisolated(unsafe) private static var lists: UnsafeMutablePointer<UnsafeMutablePointer<FreeBlock>?>?
  nonisolated(unsafe) private static var firstPage = 0
  nonisolated(unsafe) private static var endPage = 0

  /// A block of at least `size` bytes at a multiple of `alignment` (a power of two), or nil if there is none.
  static func allocate(size: UInt, alignment: UInt) -> UnsafeMutableRawPointer? {
    guard alignment <= pageSize, size <= 1 << 31 else { return nil }
    let needed = alignment <= 16 ? max(size, 1) : roundedToPowerOfTwo(max(size, alignment))
    guard needed <= largestClassSize else {
      return pages(Int((needed &+ pageSize &- 1) >> pageBits))
    }
    let index = classIndex(size: needed)
    guard let lists = lists ?? start(), let block = lists[index] ?? cutPage(class: index) else { return nil }
    lists[index] = block.pointee.next
    return UnsafeMutableRawPointer(block)
  }

  /// Takes back a block that `allocate` gave.
  static func free(_ block: UnsafeMutableRawPointer) {
    guard let table, let lists else { return }
    let page = Int(UInt(bitPattern: block) >> pageBits)
    let entry = table[page]
    if entry & Page.startsRun != 0 {
      for offset in 0..<Int(entry & ~Page.startsRun) { table[page &+ offset] = Page.free }
      return
    }
    let index = Int(entry) &- 1
    let freed = block.bindMemory(to: FreeBlock.self, capacity: 1)
    freed.pointee.next = lists[index]
    lists[index] = freed
  }

  /// Steps of 16 up to 128 bytes, then four steps to each doubling.
  static func classIndex(size: UInt) -> Int {
    let last = size &- 1
    if size <= 128 { return Int(last >> 4) }
    let doubling = UInt(UInt.bitWidth &- 1 &- last.leadingZeroBitCount)
    return Int(8 &+ (doubling &- 7) &* 4 &+ ((last >> (doubling &- 2)) & 3))
  }

  static func classSize(index: Int) -> UInt {
    if index < 8 { return UInt(index &+ 1) &* 16 }
    let step = UInt(index &- 8)
    return (5 &+ (step & 3)) << (5 &+ (step >> 2))
  }

  private static func roundedToPowerOfTwo(_ size: UInt) -> UInt {
    1 << UInt(UInt.bitWidth &- (size &- 1).leadingZeroBitCount)
  }

  /// Threads the blocks of a new page on the free list of a class, which is empty, lowest address first.
  private static func cutPage(class index: Int) -> UnsafeMutablePointer<FreeBlock>? {
    guard let page = pages(1), let table, let lists else { return nil }
    table[Int(UInt(bitPattern: page) >> pageBits)] = UInt32(truncatingIfNeeded: index &+ 1)
    let size = classSize(index: index)
    var offset = pageSize / size &* size
    while offset != 0 {
      offset &-= size
      let block = (page + Int(offset)).bindMemory(to: FreeBlock.self, capacity: 1)
      block.pointee.next = lists[index]
      lists[index] = block
    }
    return lists[index]
  }

  /// The first run of free pages that is long enough, marked as taken; the heap grows where there is none.
  private static func pages(_ count: Int) -> UnsafeMutableRawPointer? {
    guard lists ?? start() != nil, let table else { return nil }
    var start = firstPage
    var page = firstPage
    while page < endPage && page &- start < count {
      page &+= 1
      if table[page &- 1] != Page.free { start = page }
    }
    let missing = count &- (page &- start)
    guard missing <= 0 || grow(by: missing) else { return nil }
    table[start] = Page.startsRun | UInt32(truncatingIfNeeded: count)
    for offset in 1..<max(count, 1) { table[start &+ offset] = Page.continuesRun }
    return UnsafeMutableRawPointer(bitPattern: UInt(start) << pageBits)
  }

  /// An eighth more than asked where the host allows it, so that growing stays rare.
  private static func grow(by count: Int) -> Bool {
    let generous = max(count, (endPage &- firstPage) >> 3)
    if growMemory(0, generous) >= 0 {
      endPage &+= generous
    } else if growMemory(0, count) >= 0 {
      endPage &+= count
    } else {
      return false
    }
    return true
  }

  /// Takes the first pages, which the host gives zeroed, for the table and the lists.
  private static func start() -> UnsafeMutablePointer<UnsafeMutablePointer<FreeBlock>?>? {
    let tablePages = 4
    let start = growMemory(0, tablePages &+ 1)
    guard start >= 0 else { return nil }
    firstPage = start &+ tablePages &+ 1
    endPage = firstPage
    table = UnsafeMutablePointer(bitPattern: UInt(start) << pageBits)
    lists = UnsafeMutablePointer(bitPattern: UInt(start &+ tablePages) << pageBits)
    return lists
  }
}

/// The `memory.grow` instruction: the old size in pages, or -1.
@_extern(c, "llvm.wasm.memory.grow.i32") private func growMemory(_ memory: Int32, _ pages: Int) -> Int

@c(posix_memalign) public func alignedAllocation(
  _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: UInt, _ size: UInt
) -> Int32 {
  let outOfMemory: Int32 = 12
  guard let block = Heap.allocate(size: size, alignment: alignment) else { return outOfMemory }
  result.pointee = block
  return 0
}

/// `free`, by the linker's `--wrap=free`: Swift reserves that name and refuses a definition of it.
@c(__wrap_free) public func free(_ block: UnsafeMutableRawPointer?) {
  if let block { Heap.free(block) }
}
