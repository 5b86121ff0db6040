/// The schema of a document that is written as JSON (JSON Schema 2020-12).
package enum DocumentSchema {
  /// What every such file calls itself.
  static let name = "constat-report/1"

  /// The whole schema.
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:constat:report:1",
      "title": "A report as constat writes it in JSON",
      "type": "object",
      "required": ["schema", "language", "metadata", "notices", "opening", "sections"],
      "additionalProperties": false,
      "properties": {
        "schema": {"const": "constat-report/1"},
        "language": {"enum": ["fr", "en"]},
        "metadata": {
          "type": "object",
          "required": ["kicker", "title", "subtitle", "state", "tone", "date", "generator", "footer", "watermark"],
          "additionalProperties": false,
          "properties": {
            "kicker": {"type": "string"},
            "title": {"type": "string"},
            "subtitle": {"type": "string"},
            "state": {"type": "string", "minLength": 1},
            "tone": {"$ref": "#/$defs/tone"},
            "date": {"$ref": "#/$defs/day"},
            "generator": {"type": "string", "minLength": 1},
            "footer": {"type": "string"},
            "watermark": {"type": ["string", "null"]}
          }
        },
        "notices": {"type": "array", "items": {"$ref": "#/$defs/notice"}},
        "opening": {"$ref": "#/$defs/section"},
        "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}}
      },
      "$defs": {
        "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "tone": {"enum": ["good", "bad", "caution", "accent", "neutral"]},
        "texts": {"type": "array", "items": {"type": "string"}},
        "section": {
          "type": "object",
          "required": ["number", "title", "blocks", "sections"],
          "additionalProperties": false,
          "properties": {
            "number": {"type": ["string", "null"]},
            "title": {"type": "string", "minLength": 1},
            "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
            "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}}
          }
        },
        "block": {
          "oneOf": [
            {"$ref": "#/$defs/paragraph"}, {"$ref": "#/$defs/list"}, {"$ref": "#/$defs/pairs"},
            {"$ref": "#/$defs/table"}, {"$ref": "#/$defs/chart"}, {"$ref": "#/$defs/notice"}
          ]
        },
        "paragraph": {
          "type": "object",
          "required": ["kind", "text"],
          "additionalProperties": false,
          "properties": {"kind": {"enum": ["paragraph", "lead"]}, "text": {"type": "string"}}
        },
        "list": {
          "type": "object",
          "required": ["kind", "items"],
          "additionalProperties": false,
          "properties": {"kind": {"enum": ["list", "blanks"]}, "items": {"$ref": "#/$defs/texts"}}
        },
        "pairs": {
          "type": "object",
          "required": ["kind", "items"],
          "additionalProperties": false,
          "properties": {
            "kind": {"enum": ["definitions", "figures"]},
            "items": {
              "type": "array",
              "items": {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 2}
            }
          }
        },
        "table": {
          "type": "object",
          "required": ["kind", "caption", "columns", "rows"],
          "additionalProperties": false,
          "properties": {
            "kind": {"const": "table"},
            "caption": {"type": "string", "minLength": 1},
            "columns": {"$ref": "#/$defs/texts"},
            "rows": {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/cell"}}}
          }
        },
        "chart": {
          "type": "object",
          "required": ["kind", "title", "summary", "table"],
          "additionalProperties": false,
          "properties": {
            "kind": {"const": "chart"},
            "title": {"type": "string", "minLength": 1},
            "summary": {"type": "string"},
            "table": {"$ref": "#/$defs/table"}
          }
        },
        "notice": {
          "type": "object",
          "required": ["kind", "tone", "title", "text", "items"],
          "additionalProperties": false,
          "properties": {
            "kind": {"const": "notice"},
            "tone": {"$ref": "#/$defs/tone"},
            "title": {"type": "string", "minLength": 1},
            "text": {"type": "string"},
            "items": {"$ref": "#/$defs/texts"}
          }
        },
        "cell": {
          "oneOf": [
            {"type": ["string", "integer", "null"]},
            {
              "type": "object",
              "required": ["date"],
              "additionalProperties": false,
              "properties": {"date": {"$ref": "#/$defs/day"}}
            },
            {
              "type": "object",
              "required": ["value", "unit", "text"],
              "additionalProperties": false,
              "properties": {
                "value": {"type": "number"},
                "unit": {"type": "string"},
                "text": {"type": "string"}
              }
            }
          ]
        }
      }
    }
    """#
}
