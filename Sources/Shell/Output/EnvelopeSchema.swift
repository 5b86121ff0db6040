/// The JSON schema (2020-12) of what `--json` prints.
enum EnvelopeSchema {
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:constat:envelope:1",
      "title": "What constat --json prints: one object for the whole run",
      "type": "object",
      "required": ["schema", "tool", "ok", "exit", "purpose", "range", "results", "expects", "warnings", "errors"],
      "additionalProperties": false,
      "properties": {
        "schema": {"const": "constat/1"},
        "tool": {"type": "string", "pattern": "^constat [0-9]+\\.[0-9]+\\.[0-9]+"},
        "ok": {"type": "boolean"},
        "exit": {"type": "integer", "minimum": 0, "maximum": 255},
        "purpose": {"enum": ["real", "exercise", "trial", null]},
        "range": {"type": ["string", "null"]},
        "results": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["command", "kind", "data"],
            "additionalProperties": false,
            "properties": {
              "command": {"type": "string", "minLength": 1},
              "kind": {"type": "string", "minLength": 1},
              "data": {
                "anyOf": [
                  {"type": "null"},
                  {"type": "string"},
                  {"type": "array", "items": {"$ref": "#/$defs/record"}}
                ]
              }
            }
          }
        },
        "expects": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["what", "holds", "line"],
            "additionalProperties": false,
            "properties": {
              "what": {"type": "string"},
              "holds": {"type": "boolean"},
              "line": {"type": "integer", "minimum": 1}
            }
          }
        },
        "warnings": {"type": "array", "items": {"type": "string"}},
        "errors": {"type": "array", "items": {"type": "string", "minLength": 1}}
      },
      "$defs": {
        "record": {
          "type": "object",
          "additionalProperties": {"$ref": "#/$defs/value"}
        },
        "value": {
          "anyOf": [
            {"type": ["null", "boolean", "number", "string"]},
            {"type": "array", "items": {"$ref": "#/$defs/value"}}
          ]
        }
      }
    }
    """#
}
