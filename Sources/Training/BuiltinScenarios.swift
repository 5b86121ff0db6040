/// The scenarios that are compiled into the program, as the files they are: public, for practice.
package enum BuiltinScenarios {
  /// Each scenario's id with the bytes of its file, from easy to hard.
  package static var all: [(id: String, bytes: [UInt8])] {
    [
      ("accueil", PackageResources.accueil_rec), ("courrier", PackageResources.courrier_rec),
      ("urgence", PackageResources.urgence_rec),
      ("renouvellement", PackageResources.renouvellement_rec),
    ]
  }
}
