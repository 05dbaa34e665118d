import JSON

/// Reads a manifest, what it extends and what it includes.
struct LayerReader {
  private let source: any PackFileSource
  private let log: DefectLog
  private let validator: ShapeValidator
  private var parser = JSONParser()
  /// Lowest layer first.
  private(set) var layers: [PackLayer] = []
  private var seen: Set<Text> = []
  /// Files that are being read, outermost first.
  private var open: [Text] = []

  /// Files within files; more is not a pack but an attack.
  private static let depthLimit = 64

  init(_ source: any PackFileSource, _ log: DefectLog) {
    self.source = source
    self.log = log
    validator = ShapeValidator(log: log)
  }

  /// Reads one manifest, after the layers below it.
  mutating func readLayer(_ path: Text, requestedBy request: JSONNode? = nil) {
    guard enter(path, requestedBy: request, cycle: .extendsCycle) else { return }
    defer { open.removeLast() }
    guard let root = readFile(path, requestedBy: request) else { return }
    validator.validate(root, as: .object(ManifestForm.shape.outline), member: "manifest")
    for entry in references(root, "extends") {
      guard let folder = resolve(entry, from: path) else { continue }
      readLayer(PackPath.isManifest(folder) ? folder : folder + "/pack.json", requestedBy: entry)
    }
    layers.append(PackLayer(path: path, manifest: root))
    readIncludes(of: root, at: path)
  }

  /// The roots of `trace.json` beside the manifests; a file that is not there is none.
  mutating func readTraces() -> [JSONNode] {
    layers.compactMap { layer in
      guard let path = try? PackPath.resolve("trace.json", from: layer.path),
        let bytes = try? source.read(path), let document = try? parser.parse(bytes)
      else { return nil }
      log.register(SourceFile(path: path, bytes: bytes), document)
      return document.root
    }
  }

  private mutating func readIncludes(of root: JSONNode, at path: Text) {
    for entry in references(root, "include") {
      guard let file = resolve(entry, from: path) else { continue }
      if PackPath.isManifest(file) {
        log.report(.manifestIncluded, at: entry, [file])
        continue
      }
      guard enter(file, requestedBy: entry, cycle: .includeCycle) else { continue }
      defer { open.removeLast() }
      guard let included = readFile(file, requestedBy: entry) else { continue }
      layers[layers.count - 1].files.append(included)
      readIncludes(of: included, at: file)
    }
  }

  /// False for a file that was read before, or stands in a cycle, which is reported.
  private mutating func enter(
    _ path: Text, requestedBy request: JSONNode?, cycle code: PackDefect.Code
  ) -> Bool {
    if let start = open.firstIndex(of: path), let request {
      let chain = (open[start...] + [path]).map(\.string).joined(separator: " → ")
      log.report(code, at: request, [Text(chain)])
      return false
    }
    guard seen.insert(path).inserted else { return false }
    if open.count >= Self.depthLimit, let request {
      log.report(.includesTooDeep, at: request, [Text("\(Self.depthLimit)")])
      return false
    }
    open.append(path)
    return true
  }

  private func references(_ root: JSONNode, _ member: Text) -> [JSONNode] {
    (root[member].map { Array($0.elements) } ?? []).filter { $0.kind == .string }
  }

  private func resolve(_ entry: JSONNode, from base: Text) -> Text? {
    let path = entry.text ?? ""
    do throws(PackPath.Refusal) {
      return try PackPath.resolve(path, from: base)
    } catch {
      log.report(error == .outside ? .outsideRulesFolder : .invalidPath, at: entry, [path])
      return nil
    }
  }

  private mutating func readFile(_ path: Text, requestedBy request: JSONNode?) -> JSONNode? {
    let bytes: [UInt8]
    do throws(PackFileError) {
      bytes = try source.read(path)
    } catch {
      report(error, path, request)
      return nil
    }
    let file = SourceFile(path: path, bytes: bytes)
    do throws(JSONError) {
      let document = try parser.parse(bytes)
      log.register(file, document)
      return document.root
    } catch {
      log.register(file, nil)
      log.report(error, in: file)
      return nil
    }
  }

  private func report(_ error: PackFileError, _ path: Text, _ request: JSONNode?) {
    let (code, arguments): (PackDefect.Code, [Text]) =
      switch error {
      case .notFound: (.fileNotFound, [path])
      case .outsideRulesFolder: (.outsideRulesFolder, [path])
      case .unreadable(let reason): (.fileUnreadable, [path, reason])
      case .tooLarge(let limit): (.fileTooLarge, [path, Text("\(limit)")])
      }
    log.report(PackDefect(code, arguments, at: request.flatMap { log.place(of: $0) }))
  }
}
