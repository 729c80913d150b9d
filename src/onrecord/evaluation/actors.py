"""How well actors are told apart and brought together: B-cubed, kinds, names and wrong merges against marked texts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from onrecord.drafts import DraftActor
from onrecord.evaluation.cases import read_cases
from onrecord.evaluation.report import Fault, Report
from onrecord.reading.read import analyse, read_text
from onrecord.reading.sources import read_articles
from onrecord.records import Article, Span
from onrecord.rules.parser import parse

MARK = re.compile(r"\[(?P<key>[a-z]\w*):|\]")
"""`[barre:Jean-Luc Barre]`; marks may stand inside one another."""
WORD = re.compile(r"[^\W_]+")
AROUND = 70
"""How many characters are shown before and after a mention that is wrong."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without marks, and each mention with the key of its actor."""

    text: str
    mentions: tuple[tuple[str, Span], ...]


def unmark(marked: str) -> Marked:
    """Take the marks out.

    >>> unmark("[a:Roe] and [b:[a:her] aide]").mentions
    (('a', Span(start=0, end=3)), ('a', Span(start=8, end=11)), ('b', Span(start=8, end=16)))
    """
    plain: list[str] = []
    stack: list[tuple[str, int]] = []
    mentions: list[tuple[str, Span]] = []
    length = at = 0
    for mark in MARK.finditer(marked):
        plain.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["key"]:
            stack.append((mark["key"], length))
        else:
            key, start = stack.pop()
            mentions.append((key, Span(start, length)))
    plain.append(marked[at:])
    return Marked("".join(plain), tuple(mentions))


def _article(case: dict[str, Any]) -> tuple[Article, tuple[tuple[str, Span], ...]]:
    """The article of a case and its gold mentions; `article` names a file of which `text` marks some passages."""
    if "article" not in case:
        marked = unmark(case["text"])
        return read_text(marked.text), marked.mentions
    (article,) = read_articles([case["article"]])
    if not isinstance(article, Article):
        raise article
    mentions: list[tuple[str, Span]] = []
    end = 0
    for line in case["text"].splitlines():
        marked = unmark(line)
        start = article.text.index(marked.text, end)
        end = start + len(marked.text)
        mentions += [(key, Span(start + span.start, start + span.end)) for key, span in marked.mentions]
    return article, tuple(mentions)


def evaluate_actors(*golds: Path, split: Literal["dev", "held", "all"] = "dev") -> Report:
    """Read tables of marked texts (fixtures/gold/actors.toml explains them) and score the rules against one half.

    A case with `article`, a path from the table's folder, has passages of that file as its text, each line as it stands
    there.

    B-cubed: for each gold mention, the share of the mentions put together with it that belong there (precision), and of
    those that belong with it the share that was put there (recall), averaged over all mentions; one that was not found
    counts as an actor of its own. persons merged: of the gold's persons, the share of those with a name that leads to
    the same actor as another one's name; persons mixed: the same with their pronouns and roles. name, kind, country,
    role: of the gold's actors with any mention found, the share that has them right. Faults name cases of "dev" only:
    the other half is for the figures.
    """
    cases = read_cases(golds, split)
    count: Counter[str] = Counter()
    sums = {"precision": 0.0, "recall": 0.0}
    faults: list[Fault] = []
    for case in cases:
        for kind, words in _score(case, count, sums):
            if case["split"] == "dev":
                faults.append(Fault(kind, ", ".join(case["tags"]), words))
    mentions = count["mentions"]
    precision = 100 * sums["precision"] / mentions if mentions else 0.0
    recall = 100 * sums["recall"] / mentions if mentions else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    shares = (("name", "found"), ("kind", "found"), ("country", "countries"), ("role", "roles"))
    return Report(
        f"actors ({split})",
        (
            ("cases", len(cases)),
            ("mentions", mentions),
            ("mentions found", _share(count["met"], mentions)),
            ("B-cubed precision", precision),
            ("B-cubed recall", recall),
            ("B-cubed F1", f1),
            ("persons merged, by their names", _share(count["merged"], count["persons"])),
            ("persons mixed, by any mention", _share(count["mixed"], count["persons"])),
            *((name, _share(count[name], count[of])) for name, of in shares),
        ),
        tuple(faults),
    )


def _share(hit: int, of: int) -> float:
    return 100 * hit / of if of else 0.0


def _score(case: dict[str, Any], count: Counter[str], sums: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Count one case; yields its faults."""
    article, mentions = _article(case)
    text = article.text
    actors = {actor.key: actor for actor in parse(analyse(article)).actors}
    spans = [(actor.key, span) for actor in actors.values() for span in actor.mentions if isinstance(span, Span)]
    found = [_match(text, span, spans) for _, span in mentions]
    gold = [key for key, _ in mentions]
    count["mentions"] += len(gold)
    for i, mine in enumerate(found):
        same_gold = {j for j, key in enumerate(gold) if key == gold[i]}
        same_found = {j for j, other in enumerate(found) if other == mine} if mine is not None else {i}
        both = len(same_gold & same_found)
        sums["precision"] += both / len(same_found)
        sums["recall"] += both / len(same_gold)
        count["met"] += mine is not None
    shown = [_shown(text, span) for _, span in mentions]
    yield from _apart_and_together(gold, found, shown)
    words = [text[span.start : span.end] for _, span in mentions]
    yield from _actors(case, gold, words, found, actors, count)


def _apart_and_together(gold: list[str], found: list[str | None], shown: list[str]) -> Iterator[tuple[str, str]]:
    """The mentions that pull an actor's recall or another one's precision down."""
    pairs = Counter((key, mine) for key, mine in zip(gold, found, strict=True) if mine is not None)
    for key, mine, words in zip(gold, found, shown, strict=True):
        if mine is None:
            yield "mention not found", words
            continue
        most = max((pair for pair in pairs if pair[0] == key), key=pairs.__getitem__)[1]
        if mine != most:
            yield "apart from its others", f"{words}: {mine}, not {most}"
        if key != max((pair for pair in pairs if pair[1] == mine), key=pairs.__getitem__)[0]:
            yield "together with another", f"{words}: {mine}"


def _match(text: str, gold: Span, spans: list[tuple[str, Span]]) -> str | None:
    """The predicted actor with a mention that is this one: the same last word, or one inside the other."""
    best: tuple[int, str] | None = None
    for key, span in spans:
        shared = min(gold.end, span.end) - max(gold.start, span.start)
        if shared <= 0:
            continue
        inside = (gold.start <= span.start and span.end <= gold.end) or (
            span.start <= gold.start and gold.end <= span.end
        )
        last = _last_word(text, gold) == _last_word(text, span)
        if last or (inside and span.end == gold.end) or (inside and shared * 2 >= gold.end - gold.start):
            distance = abs(gold.start - span.start) + abs(gold.end - span.end)
            if best is None or distance < best[0]:
                best = (distance, key)
    return best[1] if best else None


def _shown(text: str, span: Span) -> str:
    """The mention in what stands around it."""
    start, end = max(0, span.start - AROUND), span.end + AROUND
    return f"{text[start : span.start]}[{text[span.start : span.end]}]{text[span.end : end]}"


def _last_word(text: str, span: Span) -> str:
    words = WORD.findall(text[span.start : span.end])
    return words[-1].lower() if words else ""


def _actors(
    case: dict[str, Any],
    gold: list[str],
    words: list[str],
    found: list[str | None],
    actors: dict[str, DraftActor],
    count: Counter[str],
) -> Iterator[tuple[str, str]]:
    """Merges, and what is said of each actor."""
    sheet: dict[str, dict[str, Any]] = case["actors"]
    persons = {key for key, entry in sheet.items() if entry["kind"] == ["person"]}
    by_name: dict[str, set[str]] = defaultdict(set)
    by_any: dict[str, set[str]] = defaultdict(set)
    for key, said, mine in zip(gold, words, found, strict=True):
        if mine is not None and key in persons:
            by_any[mine].add(key)
            if _words(said) & _words(sheet[key]["name"]):
                by_name[mine].add(key)
    merged = {key for keys in by_name.values() if len(keys) > 1 for key in keys}
    mixed = {key for keys in by_any.values() if len(keys) > 1 for key in keys}
    count["persons"] += len(persons)
    count["merged"] += len(merged)
    count["mixed"] += len(mixed)
    if merged:
        yield "persons merged", f"{sorted(merged)} in {case['text'][:300]}"
    elif mixed:
        yield "persons mixed", f"{sorted(mixed)} in {case['text'][:300]}"
    for key, entry in sheet.items():
        mine_all = Counter(mine for k, mine in zip(gold, found, strict=True) if k == key and mine is not None)
        if not mine_all:
            continue
        actor = actors[mine_all.most_common(1)[0][0]]
        count["found"] += 1
        right_name = _words(entry["name"]) <= _words(actor.name) or _words(actor.name) == _words(entry["name"])
        count["name"] += right_name
        count["kind"] += actor.kind in entry["kind"]
        if not right_name:
            yield "another name", f"{actor.name!r} for {entry['name']!r}"
        if actor.kind not in entry["kind"]:
            yield "another kind", f"{actor.name!r} is {actor.kind}, not {' or '.join(entry['kind'])}"
        if "country" in entry:
            count["countries"] += 1
            count["country"] += actor.country == entry["country"]
            if actor.country != entry["country"]:
                yield "another country", f"{actor.name!r}: {actor.country}, not {entry['country']}"
        if "role" in entry:
            count["roles"] += 1
            right = actor.role is not None and bool(_words(actor.role) & _words(entry["role"]))
            count["role"] += right
            if not right:
                yield "another role", f"{actor.name!r}: {actor.role!r}, not {entry['role']!r}"


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(name)) - {"the", "a", "an"}
