"""How well claims and positions are found, against a gold of attributions in the manner of PolNeAR."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.evaluation.attribution_metrics import Compared, Parts, Tally
from onrecord.evaluation.report import Fault, Report
from onrecord.records import Evidence, Record


def evaluate_claims(gold_path: Path, records: Iterable[Record]) -> Report:
    """Compare records with the gold rows of the same ids; articles without a record count as found empty.

    A row of the gold is `{"id", "text", "claims": [{"source": [[start, end], ...], "cue": ..., "content": ...}]}`.
    Positions count as attributions too, unless they rest on a claim of the same record, for the gold marks attitudes.
    Raises `ValueError` where a span lies outside its text or the text of a record is not the gold's.
    """
    rows = list(read_gold(gold_path))
    texts = {row["id"]: row["text"] for row in rows}
    found: dict[str, list[Parts]] = {}
    for record in records:
        if record.article.id in texts and record.article.text != texts[record.article.id]:
            raise ValueError(f"the record of {record.article.id!r} was made from another text than the gold's")
        found[record.article.id] = list(attributions(record))
    return evaluate_attributions(rows, found)


def evaluate_attributions(rows: Iterable[Mapping[str, Any]], found: Mapping[str, Sequence[Parts]]) -> Report:
    """The same for attributions as spans, by the id of the row."""
    tally = Tally()
    faults: list[Fault] = []
    for row in rows:
        text, gold, mine = row["text"], row["claims"], found.get(row["id"], [])
        check(row["id"], text, mine)
        compared = tally.add(text, gold, mine)
        faults.extend(list_faults(row["id"], text, gold, mine, compared))
    return Report("claims", tally.figures(), tuple(faults))


def read_gold(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gold file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def attributions(record: Record) -> Iterator[Parts]:
    """The claims of a record, and its positions that rest on none, as spans."""
    for claim in record.claims:
        yield {"source": spans(claim.source), "cue": spans(claim.cue), "content": spans(claim.content)}
    for position in record.positions:
        if not position.claim:
            yield {"source": spans(position.source), "cue": spans(position.cue), "content": spans(position.evidence)}


def spans(evidence: Evidence | None) -> list[tuple[int, int]]:
    """The spans of evidence, none where there is none."""
    return [(span.start, span.end) for span in evidence.spans] if evidence else []


def check(case: str, text: str, mine: Sequence[Parts]) -> None:
    """Refuse spans that lie outside the text."""
    for one in mine:
        for role, part in one.items():
            for start, end in part:
                if not 0 <= start < end <= len(text):
                    raise ValueError(f"{case}: {role} [{start}, {end}) is outside the text")


def list_faults(
    case: str, text: str, gold: Sequence[Parts], mine: Sequence[Parts], compared: Compared
) -> Iterator[Fault]:
    """What was missed, what was found and is not there, and whose speaker is wrong, by form and cue."""
    for i, one in enumerate(gold):
        if i not in compared.pairs:
            yield Fault(f"missed: {compared.gold_forms[i]}, {cue_kind(text, one)}", case, shown(text, one))
    right = set(compared.pairs.values())
    for j, one in enumerate(mine):
        if j not in right:
            yield Fault(f"false alarm: {compared.found_forms[j]}, {cue_kind(text, one)}", case, shown(text, one))
    for i in compared.wrong_speakers:
        other = mine[compared.pairs[i]]
        kind = "wrong speaker" if other["source"] else "no speaker"
        words = f"{shown(text, gold[i])}; found: {words_of(text, other, 'source') or 'nobody'}"
        yield Fault(f"{kind}: {compared.gold_forms[i]}", case, words)


def cue_kind(text: str, one: Parts) -> str:
    """What kind of cue it is, roughly: none, punctuation, "said", one other word, or several."""
    words = words_of(text, one, "cue").lower()
    if not words:
        return "no cue"
    if not any(c.isalpha() for c in words):
        return "a mark for a cue"
    if words in ("said", "says", "say", "told", "according to"):
        return "plain cue"
    return "one word" if " " not in words else "several words"


def shown(text: str, one: Parts) -> str:
    """An attribution in one line: [source] <cue> {content}."""
    return f"[{words_of(text, one, 'source')}] <{words_of(text, one, 'cue')}> {{{words_of(text, one, 'content')}}}"


def words_of(text: str, one: Parts, role: Any) -> str:
    """The words of a role in one line, long ones cut."""
    words = " ... ".join(" ".join(text[start:end].split()) for start, end in one[role])
    return words if len(words) <= 160 else words[:157] + "..."
