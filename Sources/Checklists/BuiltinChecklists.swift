/// The checklists that are compiled into the program, as the files they are.
package enum BuiltinChecklists {
  /// Each checklist's id with the bytes of its file.
  package static var all: [(id: String, bytes: [UInt8])] {
    [
      ("qual-e-pref", PackageResources.qual_e_pref_rec),
      ("services-publics-plus", PackageResources.services_publics_plus_rec),
    ]
  }
}
