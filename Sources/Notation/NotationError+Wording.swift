extension NotationError {
  /// The fault and its place in words, to stand in a sentence.
  package var wording: (fr: String, en: String) {
    let (fr, en) = kind.wording
    return ("\(fr) (à l'octet \(offset))", "\(en) (at byte \(offset))")
  }
}

extension NotationError.Kind {
  fileprivate var wording: (fr: String, en: String) {
    switch self {
    case .byteOrderMark:
      (
        "Le texte JSON commence par une marque d'ordre des octets ; enregistrez-le sans elle",
        "The JSON text starts with a byte order mark; save it without one"
      )
    case .unfinished:
      (
        "Le texte JSON s'arrête avant la fin de sa valeur ; il en manque une partie",
        "The JSON text stops before its value is complete; part of it is missing"
      )
    case .unexpectedByte(let byte):
      ("JSON : \(byte.shown) n'est pas attendu ici", "JSON: \(byte.shown) is not expected here")
    case .trailing:
      (
        "JSON : une seule valeur est attendue, et quelque chose la suit",
        "JSON: one value is expected, and something follows it"
      )
    case .duplicateKey(let key):
      (
        "JSON : la clé « \(key) » figure deux fois dans le même objet",
        "JSON: the key “\(key)” stands twice in one object"
      )
    case .keyOutOfOrder(let key):
      (
        "JSON canonique : la clé « \(key) » n'est pas à sa place dans l'ordre des clés",
        "Canonical JSON: the key “\(key)” is not in its place in the order of keys"
      )
    default: wordingOfScalar
    }
  }

  /// The words of the faults inside one string, number or word.
  private var wordingOfScalar: (fr: String, en: String) {
    switch self {
    case .notUTF8:
      (
        "Le texte JSON n'est pas de l'UTF-8 bien formé ; convertissez-le",
        "The JSON text is not well-formed UTF-8; convert it"
      )
    case .rawControl(let byte):
      (
        "JSON : \(byte.shown) doit être écrit par un échappement dans une chaîne",
        "JSON: \(byte.shown) must be written as an escape in a string"
      )
    case .unknownEscape:
      (
        #"JSON : cet échappement n'existe pas ; sont permis \" \\ \/ \b \f \n \r \t \uXXXX"#,
        #"JSON: there is no such escape; allowed are \" \\ \/ \b \f \n \r \t \uXXXX"#
      )
    case .loneSurrogate:
      (
        "JSON : un échappement ne donne que la moitié d'un caractère",
        "JSON: an escape gives half of a character only"
      )
    case .malformedNumber:
      (
        "JSON : ce nombre est mal écrit ; ni zéro en tête, ni point sans chiffre après lui",
        "JSON: this number is malformed; no leading zero, and no point without a digit after it"
      )
    case .notAnInteger:
      (
        "JSON canonique : seul un entier d'au plus 2^53 est permis ; écrivez un texte",
        "Canonical JSON: only an integer of at most 2^53 is allowed; write a text"
      )
    case .null:
      (
        "JSON canonique : « null » n'y est pas permis ; omettez la clé",
        "Canonical JSON: “null” is not allowed; leave the key out"
      )
    default: wordingOfLimit
    }
  }

  private var wordingOfLimit: (fr: String, en: String) {
    switch self {
    case .tooDeep(let limit):
      (
        "JSON : plus de \(limit) listes et objets sont imbriqués",
        "JSON: more than \(limit) lists and objects lie in each other"
      )
    case .tooLong(let limit):
      (
        "Le texte JSON dépasse \(limit) octets, la taille acceptée",
        "The JSON text is longer than \(limit) bytes, the size accepted"
      )
    default: ("Le texte JSON est mal formé", "The JSON text is malformed")
    }
  }
}

extension UInt8 {
  /// The byte as a character in quotation marks when it can be seen, else in hexadecimal.
  fileprivate var shown: String {
    if self > 0x20, self < 0x7F { return "'\(Character(Unicode.Scalar(self)))'" }
    let digits = String(self, radix: 16, uppercase: true)
    return "0x" + (self < 0x10 ? "0" : "") + digits
  }
}
