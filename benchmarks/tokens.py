"""Tokens of answers that point, against the same facts written out with quotations.

The answers are the large model's, as recorded for the seeds. The same facts are what the records made of them hold,
written as libraries that ask for quotations want them: one JSON object a fact, its keys in plain words, speakers by
name, and the article's own words wherever the record has evidence. What our answers leave to the code (a statement in
the claim's own words, the form) is written out too, since the record has it.

The second share is against the same with the whole sentences that each claim stands in, as those ask for it who want to
check who said it: a quotation alone does not show its speaker.

    python -m benchmarks.tokens        needs rs-bpe (pip install --group bench), which has o200k_base in its wheel
"""

import json
from pathlib import Path
from typing import Any

from onrecord.api import extract, read
from onrecord.model.replay import read_all
from onrecord.model.settings import ModelSettings
from onrecord.pipeline import Options
from onrecord.reading.document import Document
from onrecord.records import Claim, Evidence, Record

ROOT = Path(__file__).parents[1]
ANSWERS = ROOT / "fixtures" / "answers" / "large"
MODEL = "large-model"
MOST = 0.40


def written_out(record: Record, document: Document | None = None) -> dict[str, Any]:
    """The record's facts with their quotations, without offsets, ids and everything that only our code knows; with a
    document, each claim with its sentences too."""
    names = {actor.id: actor.name for actor in record.actors}

    def words(evidence: Evidence | None) -> str | None:
        return evidence.text if evidence else None

    return {
        "actors": [{"name": a.name, "kind": a.kind, "role": a.role} for a in record.actors],
        "claims": [
            {
                "speaker": names.get(c.speaker or ""),
                "source": words(c.source),
                "cue": words(c.cue),
                "content": words(c.content),
                "statement": c.statement,
                "form": c.form,
                "modality": c.modality,
                "said": c.said.expression if c.said else None,
                "venue": c.venue,
                **({"evidence": sentences(c, document)} if document else {}),
            }
            for c in record.claims
        ],
        "positions": [
            {
                "holder": names[p.holder],
                "target": p.target,
                "stance": p.stance,
                "source": words(p.source),
                "cue": words(p.cue),
                "condition": p.condition,
                "evidence": words(p.evidence),
            }
            for p in record.positions
        ],
        "events": [
            {
                "type": e.type,
                "label": e.label,
                "trigger": words(e.trigger),
                "actors": [names[a] for a in e.actors],
                "recipients": [names[a] for a in e.recipients],
                "when": e.when.expression if e.when else None,
                "where": e.where.name if e.where else None,
                "status": e.status,
                "evidence": words(e.evidence),
            }
            for e in record.events
        ],
        "summary": [{"text": p.text, "evidence": words(p.evidence)} for p in record.summary.points],
    }


def sentences(claim: Claim, document: Document) -> str:
    """The whole sentences that a claim's source, cue and content stand in."""
    spans = [s for e in (claim.source, claim.cue, claim.content) if e for s in e.spans]
    found = {s.number: s for span in spans for s in document.sentences_between(*span)}
    return " ".join(document.text[s.start : s.end] for _, s in sorted(found.items()))


def measure() -> list[tuple[str, int, int, int]]:
    """For each seed: its name, the tokens of our answer, those of the same facts written out, and in context."""
    from rs_bpe.bpe import openai

    encode = openai.o200k_base().encode
    settings = ModelSettings(model=MODEL, second_look=False)
    options = Options(engine="model", fallback=False, model=settings, replay=ANSWERS)
    rows = []
    for recording in read_all(ANSWERS):
        if recording.request.prompt != "extract/v2":
            continue
        document = read(ROOT / "seeds" / recording.request.article)
        record = extract(document.article, options)
        forms = (written_out(record), written_out(record, document))
        counts = [len(encode(json.dumps(form, ensure_ascii=False, separators=(",", ":")))) for form in forms]
        rows.append((recording.request.article, len(encode(recording.answer.text)), counts[0], counts[1]))
    return rows


def main() -> None:
    rows = measure()
    print(f"{'seed':28} {'points':>8} {'quotes':>8} {'share':>6} {'in context':>11} {'share':>6}")
    sums = ("all", *(sum(int(row[column]) for row in rows) for column in (1, 2, 3)))
    for name, ours, quotes, context in [*rows, sums]:
        print(f"{name:28} {ours:8} {quotes:8} {ours / quotes:6.1%} {context:11} {ours / context:6.1%}")
    verdict = "holds" if sums[1] / sums[2] <= MOST else "does not hold"
    print(f"at most {MOST:.0%} of the tokens of quotes: {verdict}")


if __name__ == "__main__":
    main()
