"""The JSON schema of an answer, made for one article: no number that the article does not have is valid.

It keeps to what strict schemas allow everywhere: every key required, no other keys, numbers bounded by lists of
values (not every server knows `minimum` or `pattern`), and what is optional in a list `more` of one-key objects.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, get_args

from onrecord.model.reply import HOW, MORE, STATUS
from onrecord.records import ActorKind, EventType, Stance

NAME = "onrecord_draft"
_ACTORS = 60
_CLAIMS = 80
_HOW = tuple(how for how in HOW if how != "asserted")
_STATUS = tuple(status for status in STATUS if status != "happened")

Schema = dict[str, Any]


def answer_schema(sentences: Sequence[int], quotations: Sequence[int], known: int = 0) -> Schema:
    """The schema for an article, or a part of one, with these sentence and quotation numbers (from 1) and so many
    actors known before."""
    refs = [f"s{n}" for n in sentences] + [f"q{n}" for n in quotations]
    claims = min(_CLAIMS, 2 * (len(sentences) + len(quotations)))
    part = _object({"in": {"$ref": "#/$defs/sentence"}, "from": {"type": "string"}, "to": {"type": "string"}})
    return {
        **_object(
            {
                "actors": _list(
                    _object(
                        {
                            "id": {"$ref": "#/$defs/actor"},
                            "name": {"type": "string"},
                            "kind": _one_of(get_args(ActorKind)),
                            "role": _or_null({"type": "string"}),
                        }
                    )
                ),
                "claims": _list(
                    _object(
                        {
                            "who": _or_null({"$ref": "#/$defs/actor"}),
                            "src": _or_null({"type": "string"}),
                            "cue": _or_null({"type": "string"}),
                            "at": _list({"$ref": "#/$defs/pointer"}),
                            "more": _more("claims"),
                        }
                    )
                ),
                "positions": _list(
                    _object(
                        {
                            "who": {"$ref": "#/$defs/actor"},
                            "on": {"type": "string"},
                            "stance": _one_of(get_args(Stance)),
                            "at": _list({"anyOf": [{"$ref": "#/$defs/pointer"}, {"$ref": "#/$defs/claim"}]}),
                            "more": _more("positions"),
                        }
                    )
                ),
                "events": _list(
                    _object(
                        {
                            "type": _one_of(get_args(EventType)),
                            "word": {"type": "string"},
                            "by": _list({"$ref": "#/$defs/actor"}),
                            "to": _list({"$ref": "#/$defs/actor"}),
                            "at": _list({"$ref": "#/$defs/pointer"}),
                            "more": _more("events"),
                        }
                    )
                ),
                "points": _list(_object({"text": {"type": "string"}, "at": _list({"$ref": "#/$defs/pointer"})})),
            }
        ),
        "$defs": {
            "sentence": _one_of([f"s{n}" for n in sentences]),
            "pointer": {"anyOf": [_one_of(refs), part]},
            "claim": _one_of([f"c{n}" for n in range(1, claims + 1)]),
            "actor": {"type": "integer", "enum": list(range(1, known + _ACTORS + 1))},
        },
    }


def schema_hash(schema: Schema) -> str:
    """The hash that says whether two answers had to fit the same schema."""
    return hashlib.sha256(json.dumps(schema, separators=(",", ":")).encode()).hexdigest()[:16]


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(values: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _more(name: str) -> Schema:
    values = {"how": _HOW, "status": _STATUS}
    kinds = [_object({k: _one_of(values[k]) if k in values else {"type": "string"}}) for k in MORE[name]]
    return _list({"anyOf": kinds})
