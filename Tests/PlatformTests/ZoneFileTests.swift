import Foundation
import Testing

@testable import Platform

struct ZoneFileTests {
  /// Zones with and without summer time, north and south of the equator, with odd offsets and with a skipped day.
  @Test(arguments: [
    "Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia",
    "Asia/Kathmandu", "America/St_Johns", "Europe/Dublin", "UTC", "Etc/GMT+5", "Pacific/Auckland",
  ])
  func agreesWithFoundation(name: String) throws {
    let zone = try #require(ZoneFile(named: name))
    let other = try #require(TimeZone(identifier: name))
    // 1970 to 2037, at odd moments of each eleventh day.
    for day in stride(from: 0, to: 24_800, by: 11) {
      let moment = Int64(day) * 86_400 + Int64(day % 7) * 11_003
      let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment)))
      #expect(zone.offset(at: moment) == Int32(expected), "\(name) at \(moment)")
    }
  }

  @Test(arguments: [
    "", "Nowhere/None", "../../../etc/passwd", "/etc/passwd", "Europe/../UTC", "Asia", "a\0b",
  ])
  func hasNoOther(name: String) { #expect(ZoneFile(named: name) == nil) }

  @Test func endsWhereAFileIsCutOff() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin")))
    for count in 0..<bytes.count { _ = ZoneFile(Array(bytes[..<count])) }
    #expect(ZoneFile(bytes) != nil)
    #expect(ZoneFile(Array(bytes[..<60])) == nil)
  }
}

struct ZoneRuleTests {
  private func offset(_ rule: String, _ moment: Int64) -> Int32? {
    ZoneRule(rule.utf8)?.offset(at: moment)
  }

  @Test func changesOnTheLastSunday() {
    let rule = "CET-1CEST,M3.5.0,M10.5.0/3"
    // 2040-03-25 and 2040-10-28, 01:00 UTC.
    for (moment, summer) in [(2_216_250_000 as Int64, false), (2_234_998_800, true)] {
      #expect(offset(rule, moment - 1) == (summer ? 7200 : 3600))
      #expect(offset(rule, moment) == (summer ? 3600 : 7200))
    }
  }

  @Test func countsDays() {
    // 1972 is a leap year: the first of March is its 61st day.
    #expect(offset("A0B,J60/0,J61/0", 68_256_000) == 3600)
    #expect(offset("A0B,J60/0,J61/0", 68_256_000 - 1) == 0)
    // Summer ends an hour before midnight of Greenwich.
    #expect(offset("A0B,59/0,60/0", 68_256_000 - 3601) == 3600)
    #expect(offset("A0B,59/0,60/0", 68_256_000 - 3600) == 0)
  }

  @Test func takesSignsMinutesAndBrackets() {
    #expect(offset("<+0530>-5:30", 0) == 19_800)
    #expect(offset("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 0) == -10_800)
  }

  @Test(arguments: [
    "", "CET", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "<A",
  ])
  func refuses(text: String) { #expect(offset(text, 0) == nil) }
}
