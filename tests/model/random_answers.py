"""Answers made at random: from the schema, and then broken in the ways in which answers break."""

import json
import random
from typing import Any

JUNK = [
    "",
    " ",
    "the",
    "“",
    "x" * 900,
    "\u202e\x00\x1b[31m",
    "[s3] said",
    "NATO will never pay 900 million",
    "ünïcode \ud800",
]


class Maker:
    """Makes answers to one request."""

    def __init__(self, schema: dict[str, Any], text: str, rng: random.Random) -> None:
        self.schema, self.rng = schema, rng
        self.words = text.split() or ["word"]

    def answer(self) -> str:
        """One answer, whole or broken."""
        value = self._value(self.schema)
        text = json.dumps(value, ensure_ascii=self.rng.random() < 0.5)
        return self._broken(value, text) if self.rng.random() < 0.6 else text

    def _value(self, schema: dict[str, Any]) -> Any:
        rng = self.rng
        if "$ref" in schema:
            schema = self.schema["$defs"][schema["$ref"].rpartition("/")[2]]
        if "anyOf" in schema:
            return self._value(rng.choice(schema["anyOf"]))
        if "enum" in schema:
            return rng.choice(schema["enum"]) if schema["enum"] else None
        match schema.get("type"):
            case "object":
                return {key: self._value(sub) for key, sub in schema["properties"].items()}
            case "array":
                return [self._value(schema["items"]) for _ in range(rng.choice([0, 1, 1, 2, 3, 6]))]
            case "string":
                start = rng.randrange(len(self.words))
                return " ".join(self.words[start : start + rng.choice([1, 1, 2, 3, 12])])
            case "integer":
                return rng.randrange(100)
        return None

    def _broken(self, value: Any, text: str) -> str:
        rng = self.rng
        match rng.randrange(10):
            case 0:
                return text[: rng.randrange(len(text))]
            case 1:
                return rng.choice(["", "null", "[]", "42", '"s1"', "I can't.", "{", '{"claims": {}}', "[" * 500, "{}"])
            case 2:
                return f"Sure!\n```json\n{text}\n```\nThat is all."
            case 3:
                return text[:-1] + ',"claims":' + json.dumps(value["claims"]) + "}"
            case 4:
                return text.replace('"s1"', '"s99999"').replace('"q1"', '"q0"').replace('"c1"', '"c77"')
            case 5:
                return text.replace('"at":', '"where":', 1)
            case 6:
                return text.replace(":1", ":true").replace("null", "NaN", 1)
            case _:
                return json.dumps(self._damaged(value), ensure_ascii=True)

    def _damaged(self, value: Any) -> Any:
        """The same with some leaves and branches put to something else."""
        rng = self.rng
        if rng.random() < 0.06:
            return rng.choice([None, 0, -1, 10**30, True, [], {}, *JUNK])
        if isinstance(value, dict):
            return {k: self._damaged(v) for k, v in value.items() if rng.random() > 0.02}
        if isinstance(value, list):
            return [self._damaged(v) for v in value]
        return value
