import Auditing

/// The completion of the command line for a shell, from the one list of commands.
struct CompletionScript {
  static let shells = [Name("bash"), Name("zsh"), Name("fish")]

  private let shell: String
  private let language: Language

  init(_ shell: String, _ language: Language) {
    self.shell = shell
    self.language = language
  }

  /// The script.
  var text: String {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    default: fish
    }
  }

  private var registry: Registry { .standard }

  /// What may follow, after the words that stand before it.
  private struct Rule {
    /// The words before, in both languages, each with a space after it.
    let before: [String]
    let words: [(word: String, summary: String)]
  }

  private func both(_ name: Name) -> [String] {
    name.en == name.fr ? [name.en] : [name.en, name.fr]
  }

  private var rules: [Rule] {
    let firsts =
      registry.nounNames.map { name in
        let verbs = registry.verbs(of: name).map { $0.name[language] }.joined(separator: ", ")
        return (name[language], verbs)
      } + registry.words.map { ($0.name[language], language.pick($0.summary)) }
    var rules = [Rule(before: [" "], words: firsts)]
    for noun in registry.nounNames {
      let verbs = registry.verbs(of: noun)
      rules.append(
        Rule(
          before: both(noun).map { "\($0) " },
          words: verbs.map { ($0.name[language], language.pick($0.summary)) }))
      for verb in verbs where !verb.options.isEmpty {
        let before = both(noun).flatMap { first in both(verb.name).map { "\(first) \($0)" } }
        rules.append(Rule(before: before, words: options(of: verb)))
      }
    }
    for word in registry.words where !word.options.isEmpty {
      rules.append(Rule(before: both(word.name).map { "\($0) " }, words: options(of: word)))
    }
    return rules
  }

  private func options(of spec: CommandSpec) -> [(word: String, summary: String)] {
    spec.options.map { option in
      ("--" + option.name[language], option.type?.name[language] ?? language.pick(spec.summary))
    }
  }

  private var programOptions: [(word: String, summary: String)] {
    ProgramOptions.described.filter { $0.name.hasPrefix("--") }.map {
      ($0.name, language.pick($0.summary))
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

// MARK: - Bash

extension CompletionScript {
  /// The words that stand before the one that is completed: options and their values apart.
  private var before: String {
    """
      local word first= second= skip=
      for word in "${words[@]}"; do
        if [ -n "$skip" ]; then skip=; continue; fi
        case $word in
          \(ProgramOptions.described.filter { $0.value != nil }.map(\.name).joined(separator: "|"))) skip=1 ;;
          -*) ;;
          *) if [ -z "$first" ]; then first=$word; elif [ -z "$second" ]; then second=$word; fi ;;
        esac
      done
    """
  }

  private var bash: String {
    let cases = rules.map { rule in
      let patterns = rule.before.map(quoted).joined(separator: "|")
      let list = rule.words.map(\.word).joined(separator: " ")
      return "    \(patterns)) list=\(quoted(list)) ;;"
    }.joined(separator: "\n")
    let own = programOptions.map(\.word).joined(separator: " ")
    return """
      # constat(1): bash
      _constat() {
        local cur=${COMP_WORDS[COMP_CWORD]} list=
        local words=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
      \(before)
        case "$first $second" in
      \(cases)
        esac
        case $cur in
          -*) list="$list \(own)" ;;
        esac
        COMPREPLY=($(compgen -W "$list" -- "$cur"))
        if [ ${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$cur")); fi
      }
      complete -o filenames -F _constat constat
      """
  }
}

// MARK: - Zsh

extension CompletionScript {
  private var zsh: String {
    func pairs(_ words: [(word: String, summary: String)]) -> String {
      words.map { quoted("\($0.word.replacing(":", with: "\\:")):\($0.summary)") }
        .joined(separator: " ")
    }
    let cases = rules.map { rule in
      let patterns = rule.before.map { quoted($0) }.joined(separator: "|")
      return "    (\(patterns)) list=(\(pairs(rule.words))) ;;"
    }.joined(separator: "\n")
    let skipped = ProgramOptions.described.filter { $0.value != nil }.map(\.name)
    return """
      #compdef constat
      _constat() {
        local word first second skip
        local -a list
        for word in "${(@)words[2,CURRENT-1]}"; do
          if [[ -n $skip ]]; then skip=; continue; fi
          case $word in
            (\(skipped.joined(separator: "|"))) skip=1 ;;
            (-*) ;;
            (*) if [[ -z $first ]]; then first=$word; elif [[ -z $second ]]; then second=$word; fi ;;
          esac
        done
        case "$first $second" in
      \(cases)
        esac
        if [[ $PREFIX == -* ]]; then list+=(\(pairs(programOptions))); fi
        if (( $#list )); then _describe -t commands constat list || _files; else _files; fi
      }
      if [[ $funcstack[1] == _constat ]]; then _constat "$@"; else compdef _constat constat; fi
      """
  }
}

// MARK: - Fish

extension CompletionScript {
  private var fish: String {
    func fishQuoted(_ text: String) -> String {
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
    var lines = [
      "# constat(1): fish", "function __constat_before", "  set -l found", "  set -l skip 0",
      "  for word in (commandline -opc)[2..-1]", "    if test $skip = 1",
      "      set skip 0", "      continue", "    end", "    switch $word",
      "      case "
        + ProgramOptions.described.filter { $0.value != nil }.map(\.name).joined(separator: " "),
      "        set skip 1", "      case '-*'", "        continue", "      case '*'",
      "        set -a found $word", "    end", "  end",
      "  test \"$found[1..2]\" = \"$argv[1]\"", "end",
    ]
    for rule in rules {
      for before in rule.before {
        let test = fishQuoted("__constat_before \(fishQuoted(before.trimmingSpaces))")
        for (word, summary) in rule.words {
          let option = word.hasPrefix("--") ? "-l \(word.dropFirst(2))" : "-a \(fishQuoted(word))"
          lines.append("complete -c constat -n \(test) \(option) -d \(fishQuoted(summary))")
        }
      }
    }
    for (word, summary) in programOptions {
      lines.append("complete -c constat -l \(word.dropFirst(2)) -d \(fishQuoted(summary))")
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
