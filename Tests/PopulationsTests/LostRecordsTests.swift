import Testing

@testable import Populations

@Suite struct LostRecordsTests {
  private func lost(_ ends: [Bool]) -> LostRecords {
    var lost = LostRecords()
    for end in ends { lost.add(endsSource: end) }
    return lost
  }

  @Test func areCountedAsLongAsNoSourceEndsEarly() {
    let counted = lost([false, false, false])
    #expect(counted.most == 3)
    var merged = lost([true])
    merged.merge(counted)
    #expect(merged == lost([false, true, false, false]))
    #expect(merged.count == 4 && merged.isEndless)
  }

  /// More than any number of records, and yet a sum of a few of them is a number.
  @Test func withoutEndAreMoreThanRecordsInMemory() {
    let endless = lost([true]).most
    #expect(endless > Int.max / 64)
    #expect(!endless.addingReportingOverflow(endless).overflow)
  }

  @Test func areReadAsTheyWereWritten() {
    for ends in [[], [false], [true, false]] {
      var written = StateArchive()
      var before = lost(ends)
      before.code(&written)
      var archive = StateArchive(reading: written.items)
      var after = LostRecords()
      after.code(&archive)
      #expect(archive.isExhausted && after == before)
    }
  }
}
