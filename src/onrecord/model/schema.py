"""The JSON schema of an answer, made for one article: no number that the article does not have is valid.

It keeps to what strict schemas allow everywhere: every key required, no other keys, numbers bounded by lists of
values (not every server knows `minimum` or `pattern`), and what is optional in objects of one key. An item is a list
whose members may be these and no others; `compact.py` has the form and reads it.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, get_args

from onrecord.model.reply import HOW, MORE, STATUS
from onrecord.records import EventType, Stance

NAME = "onrecord_draft"
_ACTORS = 60
_CLAIMS = 80

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_BARE = {
    "how": tuple(how for how in HOW if how != "asserted"),
    "status": tuple(status for status in STATUS if status != "happened"),
}


def answer_schema(sentences: Sequence[int], quotations: Sequence[int], known: int = 0) -> Schema:
    """The schema for an article, or a part of one, with these sentence and quotation numbers (from 1) and so many
    actors known before."""
    refs = [f"s{n}" for n in sentences] + [f"q{n}" for n in quotations]
    claims = min(_CLAIMS, 2 * (len(sentences) + len(quotations)))
    actor, pointer, claim = ({"$ref": f"#/$defs/{name}"} for name in ("actor", "pointer", "claim"))
    part = _words("part")
    return {
        **_object(
            {
                "actors": _list(_item(actor, _TEXT)),
                "claims": _list(_item(actor, {"type": "null"}, pointer, part, *_more("claims"))),
                "positions": _list(
                    _item(_TEXT, _item(actor, _one_of(get_args(Stance)), pointer, claim, part, *_more("positions")))
                ),
                "events": _list(
                    _item(_one_of(get_args(EventType)), pointer, part, _list(actor), _words("word"), *_more("events"))
                ),
                "points": _list(_item(pointer, _words("text"))),
            }
        ),
        "$defs": {
            "pointer": _one_of(refs),
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


def _words(key: str) -> Schema:
    return _object({key: _TEXT})


def _item(*parts: Schema) -> Schema:
    return _list({"anyOf": list(parts)})


def _more(name: str) -> list[Schema]:
    """What else an item of a list may hold: bare words of a fixed set, and words in objects of one key."""
    bare = [_one_of(_BARE[key]) for key in MORE[name] if key in _BARE]
    keys = [key for key in MORE[name] if key not in (*_BARE, "src", "cue")]
    return [*bare, *(_words(key) for key in (keys if name == "events" else ["by", *keys]))]
