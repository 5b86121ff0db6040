/// The grammar of the language, as the help and the tests read it.
///
/// The notation is that of ISO/IEC 14977: `=` defines, `|` separates alternatives, `[ ]` may be left
/// out, `{ }` may be repeated or left out. Words in capitals are tokens; a token keeps its spelling,
/// and its place gives it its type. The first word behind `help` is a value, whatever word it is.
package enum Grammar {
  /// The productions, one after the other.
  package static let text = #"""
    script     = [ statement ] { ( NEWLINE | ";" ) [ statement ] } ;
    statement  = param | let | if | for | def | return | expect | suppose | source | command ;
    param      = "param" NAME TYPE [ "=" expr ] ;
    let        = "let" NAME "=" expr ;
    if         = "if" expr block { "else" "if" expr block } [ "else" block ] ;
    for        = "for" NAME "in" expr block ;
    def        = "def" NAME "(" [ NAME { "," NAME } ] ")" block ;
    return     = "return" expr ;
    expect     = "expect" expr [ STRING ] ;
    suppose    = "suppose" block ;
    source     = ( "source" | "inclure" ) ( STRING | WORD ) ;
    block      = "{" script "}" ;
    command    = WORD { value | option } { clause | option } | FREEWORD { value } [ TEXT ] { option } ;
    option     = "--" NAME [ [ "=" ] value { "," value } ] ;
    clause     = where | sort | limit | fields | group | as | to ;
    where      = "where" expr ;
    sort       = "sort" FIELD [ "desc" ] { "," FIELD [ "desc" ] } ;
    limit      = "limit" value ;
    fields     = "fields" FIELD { "," FIELD } ;
    group      = "group" FIELD ;
    as         = "as" FORMAT ;
    to         = "to" value ;
    expr       = conj { "or" conj } ;
    conj       = cond { "and" cond } ;
    cond       = [ "not" ] sum [ comparison sum | [ "not" ] "in" sum | "is" [ "not" ] "empty" ] ;
    comparison = "=" | "!=" | "<" | "<=" | ">" | ">=" | "~" ;
    sum        = product { ( "+" | "-" ) product } ;
    product    = term { ( "*" | "/" ) term } ;
    term       = NAME "(" [ expr { "," expr } ] ")" | "." FIELD | value ;
    value      = WORD | STRING | NUMBER | QUANTITY | DATE | VARIABLE | list | capture ;
    list       = "(" expr { "," expr } ")" ;
    capture    = "$(" command ")" { "." NAME } ;
    """#

  /// The names of the productions, in order.
  package static var productions: [String] {
    text.split(separator: "\n").compactMap { line in
      line.split(separator: "=", maxSplits: 1).first?.split(separator: " ").first.map(String.init)
    }
  }
}
