/// How anyone checks the journals of a dossier without this program: POSIX shell and sha256sum.
enum JournalVerifier {
  /// The script, run in the folder `journal`; it prints nothing where all holds.
  static let script = #"""
    tab=$(printf '\t')
    for file in *.journal; do
      prev=$(printf '%064d' 0)
      while IFS= read -r line; do
        id=${line%%"$tab"*} rest=${line#*"$tab"} i=0; head=${rest%%"$tab"*}
        [ "$(printf %s "$head" | sha256sum | cut -c-64)" = "$id" ] || echo "$file: header $id"
        case $head in *"\"prev\":\"$prev\""*) ;; *) echo "$file: link $id" ;; esac
        printf '%s\n' "${rest#*"$tab"}" | tr '\t' '\n' | { while IFS= read -r body; do i=$((i + 1))
            sum=$(printf %s "$body" | sha256sum | cut -c-64)
            want=$(printf %s "$head" | cut -d[ -f2 | cut -d, -f$i)
            case $body:$want in redacted:* | *:"\"$sum\""*) ;; *) echo "$file: body $i of $id" ;; esac
          done; case $want in *"]"*) ;; *) echo "$file: bodies of $id" ;; esac; }
        prev=$id
      done <"$file"
    done
    """#

  /// What the page says before the script, and the script.
  static let manual: Wording = (
    """
    Les empreintes, numéros et liens prouvent que rien n’a été changé, inséré ou retiré au milieu. \
    Ils ne prouvent pas qu’un journal entier n’a pas été réécrit, ni que sa fin n’a pas été \
    coupée\u{A0}: un scellé, un jalon signé ou la copie d’un collègue le montre.
      Sans ce programme, avec un shell POSIX et sha256sum, depuis le dossier «\u{A0}journal\u{A0}» (rien ne \
    s’affiche si tout tient)\u{A0}:

    \(indented)
    """,
    """
    Digests, numbers and links prove that nothing was changed, inserted or removed in the middle. \
    They do not prove that a whole journal was not rewritten, nor that its end was not cut off: a \
    seal, a signed checkpoint or a colleague's copy shows that.
      Without this program, with a POSIX shell and sha256sum, in the folder journal (nothing is \
    printed where all holds):

    \(indented)
    """
  )

  private static var indented: String {
    script.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
  }

  /// What an edition says of the journals that it carries without what their entries say.
  static func instructions(folder: String) -> String {
    """
    Les journaux sont là sans leurs corps («\u{A0}redacted\u{A0}»)\u{A0}: chaque en-tête garde l'empreinte salée \
    de ce qu'il portait. Depuis «\u{A0}\(folder)/journal\u{A0}», ceci n'affiche rien si tout tient\u{A0}:
    The journals are here without their bodies (“redacted”): each header keeps the salted digest \
    of what it held. In \(folder)/journal this prints nothing where all holds:

    \(indented)

    constat --dossier \(folder) verify

    """
  }
}
