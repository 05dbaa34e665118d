import CEL
import JSON
import Testing

@Suite struct PathTests {
  @Test func readsAsAPersonWritesIt() {
    let path = Path.root.appending(.field("indicators")).appending(.key("forestCover"))
    #expect(path.appending(.field("actual")).text == "indicators.forestCover.actual")
    let commune = Path.root.appending(.field("communes")).appending(.key("xã \"A\"")).appending(
      .field("name"))
    #expect(commune.text == #"communes["xã \"A\""].name"#)
    #expect(Path.root.appending(.field("documents")).appending(.more).text == "documents[?]")
    #expect(Path.root.appending(.field("schools")).appending(.index(3)).text == "schools[3]")
  }
}
