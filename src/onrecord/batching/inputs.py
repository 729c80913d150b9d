"""What the inputs hold, one source after the other, and how each is known again: by its name and undecoded content."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from onrecord.batching.items import Item
from onrecord.errors import OnrecordError, SourceError, SourceMissing, SourceUnreadable
from onrecord.reading.sources import SUFFIXES, files_in, read_articles
from onrecord.store.keys import article_key, task_key
from onrecord.store.runs import Task

_MANY = frozenset(suffix for suffix, kind in SUFFIXES.items() if kind in ("jsonl", "csv", "json"))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that gave no article even to try."""

    task: Task
    error: OnrecordError


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    name: str
    """The id of its article: its path below the folder given."""
    input: str


class Inputs:
    """Files, folders, patterns, JSONL and CSV, gone through as often as asked, never held in memory."""

    def __init__(
        self,
        inputs: list[str],
        only: set[str] | None = None,
        columns: Mapping[str, str] | None = None,
        encoding: str | None = None,
    ) -> None:
        self.inputs = inputs
        self.only = only
        """The sources to keep to; None keeps all."""
        self.columns = columns
        self.encoding = encoding

    def count(self) -> int | None:
        """How many articles there are about; None where it cannot be told beforehand."""
        if self.only is not None:
            return len(self.only)
        if "-" in self.inputs:
            return None
        return sum(1 if isinstance(one, SourceError) else _count(one.path) for one in self._files())

    def items(self, shape: str) -> Iterator[Item | Unreadable]:
        """Each source with its task."""
        for found in self._files():
            if isinstance(found, SourceError):
                yield self._unreadable(found, str(found), "", shape)
            elif found.path.suffix.lower() in _MANY or found.input == "-":
                yield from self._rows(found, shape)
            elif self.only is None or str(found.path) in self.only:
                yield self._single(found, shape)

    def _single(self, file: _File, shape: str) -> Item | Unreadable:
        try:
            content = file.path.read_bytes()
        except OSError as error:
            said = SourceUnreadable(f"{str(file.path)!r} cannot be read: {error.strerror}", "check the file's rights")
            return self._unreadable(said, str(file.path), file.input, shape)
        return Item(
            Task(
                key=task_key(f"{file.name}\n{file.path.suffix}", content, shape),
                source=str(file.path),
                input=file.input,
                slot=f"{file.path.absolute()}\n{file.name}",
            ),
            path=file.path,
            name=file.name,
        )

    def _rows(self, file: _File, shape: str) -> Iterator[Item | Unreadable]:
        ids: Counter[str] = Counter()
        place = "-" if file.input == "-" else str(file.path.absolute())
        for found in read_articles([str(file.path)], columns=self.columns, encoding=self.encoding):
            if isinstance(found, SourceError):
                if self.only is None or str(found) in self.only:
                    yield self._unreadable(found, str(found), file.input, shape)
                continue
            source = found.source or found.id
            ids[found.id] += 1
            if self.only is not None and source not in self.only:
                continue
            # Two rows with one id are two articles, not two versions of one.
            again = f"\n{ids[found.id]}" if ids[found.id] > 1 else ""
            task = Task(
                key=task_key(found.id, article_key(found), shape),
                source=source,
                input=file.input,
                slot=f"{place}\n{found.id}{again}",
            )
            yield Item(task, article=found)

    def _unreadable(self, error: SourceError, source: str, given: str, shape: str) -> Unreadable:
        return Unreadable(Task(task_key(source, str(error), shape), source, given or source, ""), error)

    def _files(self) -> Iterator[_File | SourceError]:
        for given in self.inputs:
            path = Path(given)
            if given == "-":
                yield _File(path, "-", given)
            elif has_magic(given) and not path.exists():
                matched = sorted(glob(given, recursive=True))  # noqa: PTH207 - the pattern may be absolute
                if not matched:
                    yield SourceMissing(f"no file matches {given!r}", "check the pattern, and quote it from the shell")
                for name in matched:
                    yield from _below(Path(name), given)
            else:
                yield from _below(path, given)


def _below(path: Path, given: str) -> Iterator[_File | SourceError]:
    if not path.exists():
        yield SourceMissing(f"there is no {str(path)!r}", "check the path")
    elif path.is_file():
        yield _File(path, path.name, given)
    else:
        found = False
        for file in files_in(path):
            found = True
            yield _File(file, file.relative_to(path).as_posix(), given)
        if not found:
            kinds = ", ".join(SUFFIXES)
            yield SourceMissing(f"the folder {str(path)!r} holds no article", f"articles are files named {kinds}")


def _count(path: Path) -> int:
    if path.suffix.lower() not in _MANY:
        return 1
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1
