import Auditing

extension Parser {
  /// Parses one command given as separate words.
  package static func parse(arguments: [String], _ vocabulary: Vocabulary) throws(ScriptError)
    -> (source: Source, script: Script)
  {
    let special: Set<Character> = [" ", "\t", "\n", ";", "(", ")", "{", "}", "$", "#"]
    let isFree = arguments.first.map { vocabulary.freeWords[$0.folded] != nil } ?? false
    let text = arguments.map { word in
      word.contains(where: special.contains) && !isFree ? quoted(word) : word
    }.joined(separator: " ")
    let source = Source(name: "arguments", text: text, isPrompt: true)
    return (source, try parse(source, vocabulary))
  }
}
