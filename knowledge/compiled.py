"""What is worked out of the vocabulary once and for all, so that a program starts fast."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import overload

from knowledge.groups import Group, read


@dataclass(frozen=True)
class Compiled:
    """The lines themselves, and where in them everything is found."""

    lines: Sequence[str]
    heard: Mapping[str, Sequence[tuple[int, float]]]  # for a phrase the numbers of its lines, and its weight in each
    concepts: Mapping[str, Sequence[int]]  # the lines that say what a concept means
    kin: Mapping[str, Mapping[str, float]]  # for a stem the concepts that use it
    words: str  # all that the vocabulary uses, with a space between

    def to_text(self) -> str:
        """Always the same for the same lines."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Compiled:
        """Only for what `to_text` gave."""
        return cls(**json.loads(text))


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
