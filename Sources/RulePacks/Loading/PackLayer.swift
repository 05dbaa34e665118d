import JSON

/// One manifest with the files that it includes; the packs that it extends are layers below.
struct PackLayer {
  /// Path of the manifest within the rules folder.
  let path: Text
  let manifest: JSONNode
  /// Roots of the included files, each file once, in order of inclusion.
  var files: [JSONNode] = []
}
