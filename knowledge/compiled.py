"""What is worked out of the vocabulary once and for all, so that a program starts fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, overload

from knowledge.groups import Group, read

T = TypeVar("T")
_BLOCK, _ROW = "\f", "\n"  # neither stands in any phrase


class Rows(Mapping[str, T]):
    """Reads a row only when it is asked for: of thirty thousand, a question needs a few."""

    def __init__(self, keys: str, values: str, reads: Callable[[str], T]) -> None:
        """`keys` and `values`: each a text of as many lines."""
        self._unread = dict(zip(keys.split(_ROW), values.split(_ROW), strict=True)) if keys else {}
        self._reads = reads
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            self._known[key] = self._reads(self._unread[key])
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in self._unread

    def get(self, key: str, default: Any = None) -> Any:
        """As of any mapping, and without an exception for each that is not there."""
        return self[key] if key in self._unread else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._unread)

    def __len__(self) -> int:
        return len(self._unread)


@dataclass(frozen=True)
class Compiled:
    """The lines themselves, and where in them everything is found."""

    lines: Sequence[str]
    heard: Mapping[str, Sequence[tuple[int, float]]]  # for a phrase the numbers of its lines, and its weight in each
    reach: Mapping[str, int]  # for a word the number of words in the longest phrase that begins with it
    concepts: Mapping[str, Sequence[int]]  # the lines that say what a concept means
    kin: Mapping[str, Mapping[str, float]]  # for a stem the concepts that use it
    words: str  # all that the vocabulary uses, with a space between

    def to_text(self) -> str:
        """Always the same for the same lines."""
        tables = (
            (self.heard, lambda places: " ".join(f"{number} {weight!r}" for number, weight in places)),
            (self.reach, str),
            (self.concepts, lambda numbers: " ".join(map(str, numbers))),
            (self.kin, lambda concepts: " ".join(f"{name} {concepts[name]!r}" for name in sorted(concepts))),
        )
        blocks = [block for table, written in tables for block in _written(table, written)]
        return _BLOCK.join([_ROW.join(self.lines), self.words, *blocks]) + _ROW

    @classmethod
    def from_text(cls, text: str) -> Compiled:
        """Only for what `to_text` gave."""
        lines, words, *blocks = text.removesuffix(_ROW).split(_BLOCK)
        heard, reach, concepts, kin = zip(blocks[::2], blocks[1::2], strict=True)
        return cls(
            lines.split(_ROW),
            Rows(*heard, _places),
            Rows(*reach, int),
            Rows(*concepts, lambda row: [int(number) for number in row.split()]),
            Rows(*kin, _weights),
            words,
        )


def _written(table: Mapping[str, T], written: Callable[[T], str]) -> tuple[str, str]:
    keys = sorted(table)
    return _ROW.join(keys), _ROW.join(written(table[key]) for key in keys)


def _places(row: str) -> list[tuple[int, float]]:
    parts = row.split()
    return [(int(number), float(weight)) for number, weight in zip(parts[::2], parts[1::2], strict=True)]


def _weights(row: str) -> dict[str, float]:
    parts = row.split()
    return dict(zip(parts[::2], map(float, parts[1::2]), strict=True))


@dataclass(frozen=True)
class LazyGroups(Sequence[Group]):
    """Reads a line only when it is asked for."""

    lines: Sequence[str]
    _read: dict[int, Group] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, lines: Iterable[str]) -> LazyGroups:
        """Blank lines and lines that start with # are left out."""
        return cls(tuple(line for line in map(str.strip, lines) if line and not line.startswith("#")))

    @overload
    def __getitem__(self, at: int) -> Group: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Group]: ...
    def __getitem__(self, at: int | slice) -> Group | Sequence[Group]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if at not in self._read:
            self._read[at] = read(self.lines[at])
        return self._read[at]

    def __len__(self) -> int:
        return len(self.lines)
