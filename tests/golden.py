"""What a golden record demands of a record, as a list of single checks with readable names.

The format of the files is explained in fixtures/records/README.md.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fault_lists import write_faults
from marked_text import trim
from onrecord.reading.document import UNREAD, Document
from onrecord.records import Claim, Event, Record

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "fixtures" / "records"
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    _WORD.findall(
        "the a an of to in on at for with by and or its his her their that any this it be is are was were as from"
    )
)


@dataclass(frozen=True)
class Check:
    """One demand on a record, with a name that is its only one in the seed."""

    name: str
    problem: Callable[[Document, Record], str | None]

    def wrong(self, document: Document, record: Record) -> str | None:
        """What is wrong with a record, or None."""
        try:
            return self.problem(document, record)
        except LookupError as error:
            return str(error)


def seeds() -> list[Path]:
    """The seed articles."""
    return sorted(path for path in (ROOT / "seeds").iterdir() if path.name != "README.md")


def gold_of(seed: Path) -> dict[str, Any]:
    """The golden record of a seed."""
    return tomllib.loads((GOLD / f"{seed.stem}.toml").read_text(encoding="utf-8"))


def known_faults() -> dict[str, str]:
    """Names of the checks that fail today, each with its reason."""
    found = tomllib.loads((GOLD / "known-faults.toml").read_text(encoding="utf-8")).get("fault", [])
    return {fault["check"]: fault["reason"] for fault in found}


def checks(seed: Path) -> list[Check]:
    """All demands of a seed's golden record."""
    gold = gold_of(seed)
    found = [
        *_article(gold),
        *(_block(block) for block in gold["blocks"]),
        Check("nothing is cited from noise", _cites_noise),
        *(_absent(words) for words in gold.get("absent", [])),
        *(check for actor in gold["actors"] for check in _actor(actor)),
        *(_different(*pair) for pair in gold.get("different", [])),
        *(check for claim in gold["claims"] for check in _claim(claim)),
        *(check for position in gold["positions"] for check in _position(position)),
        *(check for event in gold["events"] for check in _event(event)),
    ]
    if "main" in gold:
        found.append(Check("main event", _main(gold["main"])))
    names = Counter(check.name for check in found)
    assert max(names.values()) == 1, [name for name, times in names.items() if times > 1]
    return found


# Words and names


def _fold(words: str) -> str:
    return words.casefold().replace("’", "'").replace("\xa0", " ")


def _words(text: str) -> list[str]:
    return _WORD.findall(_fold(text))


def _content_words(text: str) -> Counter[str]:
    return Counter(word for word in _words(text) if word not in _EMPTY)


def _shared(one: Counter[str], other: Counter[str]) -> float:
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def _bare(name: str) -> list[str]:
    words = _words(name)
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words


def _same_name(gold: str, name: str) -> bool:
    return any(_bare(one) == _bare(name) for one in gold.split("|"))


def _like_name(gold: str, name: str) -> bool:
    """The same actor in other words: "marine police" for "Ugandan marine police"."""
    return any(_shared(_content_words(one), _content_words(name)) >= 0.6 for one in gold.split("|"))


def _start_of(words: str) -> str:
    return " ".join(words.split()[:7])


def _name_of(record: Record, actor_id: str | None) -> str:
    return next((actor.name for actor in record.actors if actor.id == actor_id), "nobody")


def _find(text: str, words: str) -> tuple[int, int]:
    """Where the words stand. No-break spaces in the article count as spaces."""
    start = text.replace("\xa0", " ").find(words)
    if start < 0:
        raise LookupError(f"the article's text does not have these words: {words!r}")
    return start, start + len(words)


def _covers(spans: Iterable[tuple[int, int]], start: int, end: int) -> float:
    places = {at for first, last in spans for at in range(max(first, start), min(last, end))}
    return len(places) / (end - start)


# The article and its blocks


def _article(gold: dict[str, Any]) -> Iterator[Check]:
    def title(_: Document, record: Record) -> str | None:
        right = record.article.title == gold["title"]
        return None if right else f"title is {record.article.title!r}"

    def published(_: Document, record: Record) -> str | None:
        right = record.article.published == gold.get("published")
        return None if right else f"published is {record.article.published}"

    def published_from(_: Document, record: Record) -> str | None:
        right = record.article.published_from in gold.get("published_from", [None])
        return None if right else f"published_from is {record.article.published_from!r}"

    yield Check("title", title)
    yield Check("published", published)
    yield Check("published from", published_from)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line without the spaces and Markdown marks around it, and where it starts."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.lstrip(" \t\xa0#*")
        yield at + len(line) - len(bare), bare.rstrip()
        at += len(line)


def _block(gold: dict[str, Any]) -> Check:
    nth = gold.get("nth", 1)

    def problem(document: Document, _: Record) -> str | None:
        starts = [
            start
            for start, line in _lines(document.text)
            if (line == gold["text"] if len(gold["text"]) == 1 else line.startswith(gold["text"]))
        ]
        if len(starts) < nth:
            return "the line is not in the text"
        at = starts[nth - 1]
        label = next((block.label for block in document.blocks if block.start <= at < block.end), None)
        return None if label in gold["label"] else f"the label is {label!r}, not one of {gold['label']}"

    return Check(f"label of {_start_of(gold['text'])!r}" + (f" ({nth})" if nth > 1 else ""), problem)


def _cited(record: Record) -> Iterator[tuple[int, int]]:
    items = [*record.claims, *record.positions, *record.events]
    for item in items:
        for part in ("source", "cue", "content", "evidence", "trigger"):
            if evidence := getattr(item, part, None):
                yield from evidence.spans
    for point in record.summary.points:
        yield from point.evidence.spans


def _cites_noise(document: Document, record: Record) -> str | None:
    noise = [block for block in document.blocks if block.label in UNREAD]
    for start, end in _cited(record):
        for block in noise:
            if start < block.end and end > block.start:
                return f"{document.text[start:end]!r} is cited from a block labelled {block.label}"
    return None


def _absent(words: str) -> Check:
    def problem(document: Document, record: Record) -> str | None:
        cited = next((document.text[a:b] for a, b in _cited(record) if words in document.text[a:b]), None)
        return f"cited: {cited!r}" if cited else None

    return Check(f"{words!r} is not cited", problem)


# Actors


def _actor(gold: dict[str, Any]) -> Iterator[Check]:
    def part(name: str) -> Callable[[Document, Record], str | None]:
        def problem(_: Document, record: Record) -> str | None:
            actor = next((actor for actor in record.actors if _same_name(gold["name"], actor.name)), None)
            if actor is None:
                return f"no such actor; there is: {[actor.name for actor in record.actors]}"
            value = getattr(actor, name)
            right = _fold(gold[name]) in _fold(value or "") if name == "role" else value == gold[name]
            return None if right else f"{name} is {value!r}"

        return problem

    for name in ("kind", "country", "role"):
        if name in gold:
            yield Check(f"{name} of {gold['name']}", part(name))


def _different(one: str, other: str) -> Check:
    def problem(_: Document, record: Record) -> str | None:
        names = [actor.name for actor in record.actors]
        missing = [name for name in (one, other) if not any(_same_name(name, known) for known in names)]
        return f"{missing} is missing; there is: {names}" if missing else None

    return Check(f"{one} is not {other}", problem)


# Claims


def _claim(gold: dict[str, Any]) -> Iterator[Check]:
    about = _start_of(gold["content"][0])

    def parts(text: str) -> list[tuple[int, int]]:
        return [trim(text, *_find(text, words)) for words in gold["content"]]

    def near(record: Record) -> Claim | None:
        wanted = parts(record.article.text)

        def overlap(claim: Claim) -> float:
            spans = [trim(record.article.text, *span) for span in claim.content.spans]
            held = sum(_covers(spans, *part) * (part[1] - part[0]) for part in wanted)
            return 2 * held / (sum(b - a for a, b in spans) + sum(b - a for a, b in wanted))

        best = max(record.claims, key=overlap, default=None)
        return best if best and overlap(best) > 0.3 else None

    def speaker(_: Document, record: Record) -> str | None:
        right = [
            span
            for claim in record.claims
            if any(_same_name(name, _name_of(record, claim.speaker)) for name in gold["speaker"])
            for span in claim.content.spans
        ]
        wanted = parts(record.article.text)
        held = [_covers(right, *part) for part in wanted]
        whole = sum(share * (end - start) for share, (start, end) in zip(held, wanted, strict=True))
        enough = whole >= 0.5 * sum(end - start for start, end in wanted)
        if enough and (gold.get("form") != "direct" or min(held) >= 0.5):
            return None
        claim = near(record)
        return f"spoken by {_name_of(record, claim.speaker)}" if claim else "no claim found"

    def content(_: Document, record: Record) -> str | None:
        text = record.article.text
        found = {trim(text, *span) for claim in record.claims for span in claim.content.spans}
        missing = [text[a:b] for a, b in parts(text) if (a, b) not in found]
        claim = near(record)
        return f"no claim has these borders: {missing}; there is: {claim and claim.content.text!r}" if missing else None

    def words(_: Document, record: Record) -> str | None:
        spans = [span for claim in record.claims for span in claim.content.spans]
        covered = all(_covers(spans, *part) == 1 for part in parts(record.article.text))
        return None if covered else "no claim holds these words"

    def mark(name: str) -> Callable[[Document, Record], str | None]:
        def problem(_: Document, record: Record) -> str | None:
            claim = near(record)
            if claim is None:
                return "no claim found"
            return None if getattr(claim, name) == gold[name] else f"{name} is {getattr(claim, name)}"

        return problem

    if "speaker" in gold:
        yield Check(f"speaker of {about!r}", speaker)
    yield Check(f"words of {about!r}", words if gold.get("loose") else content)
    for name in ("form", "modality"):
        if name in gold:
            yield Check(f"{name} of {about!r}", mark(name))


# Positions


def _position(gold: dict[str, Any]) -> Iterator[Check]:
    about = f"{gold['holder'][0]} on {_start_of(gold['target'])!r}"

    def matching(record: Record) -> list[Any]:
        return [
            position
            for position in record.positions
            if any(_same_name(name, _name_of(record, position.holder)) for name in gold["holder"])
            and _shared(_content_words(gold["target"]), _content_words(position.target)) >= 0.5
        ]

    def stance(_: Document, record: Record) -> str | None:
        found = matching(record)
        if any(position.stance == gold["stance"] for position in found):
            return None
        if found:
            return f"stance is {found[0].stance}"
        have = [(_name_of(record, one.holder), one.stance, one.target) for one in record.positions]
        return f"no such position; there is: {have}"

    def condition(_: Document, record: Record) -> str | None:
        wanted = _content_words(gold["condition"])
        found = [position.condition for position in matching(record)]
        right = any(_shared(wanted, _content_words(words or "")) >= 0.5 for words in found)
        return None if right else f"condition is {found}"

    yield Check(f"stance {gold['stance']} of {about}", stance)
    if "condition" in gold:
        yield Check(f"condition of {about}", condition)


# Events


def _event(gold: dict[str, Any]) -> Iterator[Check]:
    about = repr(gold["words"])

    def found(record: Record) -> list[Event]:
        start, end = _find(record.article.text, gold["words"])
        here = [
            event
            for event in record.events
            if _covers([span for one in (event.trigger, event.evidence) if one for span in one.spans], start, end) > 0
        ]
        return [event for event in here if event.type in gold["type"]]

    def kind(_: Document, record: Record) -> str | None:
        here = found(record)
        if any(event.status == gold["status"] for event in here):
            return None
        if here:
            return f"status is {here[0].status}"
        return f"no such event; there is: {[(e.type, e.trigger and e.trigger.text) for e in record.events]}"

    def party(name: str) -> Callable[[Document, Record], str | None]:
        def problem(_: Document, record: Record) -> str | None:
            have = [[_name_of(record, one) for one in getattr(event, name)] for event in found(record)]
            right = any(all(any(_like_name(want, one) for one in names) for want in gold[name]) for names in have)
            return None if right else f"{name} are {have}"

        return problem

    def when(_: Document, record: Record) -> str | None:
        have = [event.when for event in found(record) if event.when]
        if "time" in gold:
            right = any(gold["time"] in one.expression for one in have)
        else:
            right = any((one.start, one.end) == (gold["start"], gold["end"]) for one in have)
        return None if right else f"when is {[(one.expression, str(one.start), str(one.end)) for one in have]}"

    def where(_: Document, record: Record) -> str | None:
        have = [event.where.name for event in found(record) if event.where]
        return None if any(_like_name(gold["place"], one) for one in have) else f"place is {have}"

    yield Check(f"event {'|'.join(gold['type'])} {gold['status']}: {about}", kind)
    for name in ("actors", "recipients"):
        if name in gold:
            yield Check(f"{name} of {about}", party(name))
    if "start" in gold or "time" in gold:
        yield Check(f"time of {about}", when)
    if "place" in gold:
        yield Check(f"place of {about}", where)


def _main(types: list[str]) -> Callable[[Document, Record], str | None]:
    def problem(_: Document, record: Record) -> str | None:
        first = record.events[0] if record.events else None
        return (
            None
            if first and first.type in types
            else f"the first event is {first and (first.type, first.evidence.text)}"
        )

    return problem


HEAD = """\
# Checks of the golden records that fail today, each with what the parser says instead. The tests hold this list: a
# fault that is mended, or a new one, makes a test fail until the list is brought up to date
# (`python tests/golden.py --faults`, which keeps the reasons of faults that stay).
"""


def main(arguments: list[str]) -> None:
    """Print how many checks of the seeds pass, and what is wrong with the others.

    `python tests/golden.py [SEED ...]`; with `--faults`, write the list of known faults anew.
    """
    import onrecord

    faults, now, total = known_faults(), dict[str, str](), 0
    stems = [argument for argument in arguments if argument != "--faults"]
    for seed in seeds():
        if stems and seed.stem not in stems:
            continue
        document = onrecord.read(seed)
        record = onrecord.extract(seed, onrecord.Options(engine="rules"))
        for check in checks(seed):
            total += 1
            name = f"{seed.stem}: {check.name}"
            if problem := check.wrong(document, record):
                now[name] = problem
                sys.stdout.write(f"{name}{' (known)' if name in faults else ''}\n    {problem}\n")
            elif name in faults:
                sys.stdout.write(f"{name}\n    mended: take it off the list of known faults\n")
    sys.stdout.write(f"{total - len(now)} of {total} checks pass\n")
    if "--faults" in arguments and not stems:
        write_faults(GOLD / "known-faults.toml", HEAD, {"fault": (faults, now)}, "check")


if __name__ == "__main__":
    main(sys.argv[1:])
