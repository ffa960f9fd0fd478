"""Tells clause by clause what changed between two versions of a policy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from knowledge.policy import Clause

SAME_LABEL = 50.0  # how alike two clauses with one label must be to be the same clause, of 100
ALIKE = 65.0  # and how alike two with different labels
_PIECES = re.compile(r"\s+|\w+(?:['’]\w+)?|[^\w\s]")


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENUMBERED = "renumbered"  # word for word as before, under another number


class Mark(StrEnum):
    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Piece:
    mark: Mark
    text: str


@dataclass(frozen=True)
class Difference:
    """`before` is None for what was added, `after` for what was removed. The pieces are of the whole sentence."""

    change: Change
    before: Clause | None
    after: Clause | None
    pieces: tuple[Piece, ...]


def between(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Difference, ...]:
    """In the order of the new version; what was removed stands where it stood."""
    twin_of = {after: before for before, after in same(old, new)}
    gone = _gone(old, set(twin_of.values()))
    found: list[Difference] = []
    told = 0  # clauses of the old version that were passed
    for place, clause in enumerate(new):
        twin = twin_of.get(place)
        if twin is not None:
            found += [_removed(old[n]) for n in gone if told <= n < twin]
            told = max(told, twin)
        found += _compared(None if twin is None else old[twin], clause)
    return (*found, *(_removed(old[n]) for n in gone if n >= told))


def same(old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[int, int]]:
    """Places of the clauses that are the same clause in both, however small edits changed it; each at most once."""
    pairs: dict[int, int] = {}
    for match in (_word_for_word, _under_one_label, _alike):
        left = [n for n in range(len(old)) if n not in pairs]
        taken = set(pairs.values())
        right = [n for n in range(len(new)) if n not in taken]
        pairs |= match(old, new, left, right)
    return sorted(pairs.items())


def _word_for_word(old: Sequence[Clause], new: Sequence[Clause], left: list[int], right: list[int]) -> dict[int, int]:
    """In order first, so that of two equal clauses neither is taken for the other."""
    first, second = ([_key(clauses[n]) for n in places] for clauses, places in ((old, left), (new, right)))
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    pairs = {left[b.a + n]: right[b.b + n] for b in matcher.get_matching_blocks() for n in range(b.size)}
    spare: dict[tuple[str, ...], list[int]] = {}
    for n in right:
        if n not in set(pairs.values()):
            spare.setdefault(_key(new[n]), []).append(n)
    for n in left:
        if n not in pairs and spare.get(_key(old[n])):
            pairs[n] = spare[_key(old[n])].pop(0)
    return pairs


def _under_one_label(old: Sequence[Clause], new: Sequence[Clause], left: list[int], right: list[int]) -> dict[int, int]:
    labels = {new[n].label: n for n in reversed(right)}
    pairs: dict[int, int] = {}
    for n in left:
        other = labels.get(old[n].label)
        if other is not None and other not in pairs.values() and _likeness(old[n], new[other]) >= SAME_LABEL:
            pairs[n] = other
    return pairs


def _alike(old: Sequence[Clause], new: Sequence[Clause], left: list[int], right: list[int]) -> dict[int, int]:
    """The likeliest pairs first."""
    texts = {n: whole(new[n]) for n in right}
    likely = [
        (score, n, other)
        for n in left
        for _, score, other in process.extract(whole(old[n]), texts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    ]
    pairs: dict[int, int] = {}
    for _, n, other in sorted(likely, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if n not in pairs and other not in pairs.values():
            pairs[n] = other
    return pairs


def whole(clause: Clause) -> str:
    """A clause as it reads: with the lead-ins that it completes, because a change there changes what it says."""
    return " ".join((*clause.lead_ins, clause.text))


def _key(clause: Clause) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (*clause.lead_ins, clause.text))


def _likeness(a: Clause, b: Clause) -> float:
    return fuzz.ratio(whole(a), whole(b))


def _gone(old: Sequence[Clause], kept: set[int]) -> list[int]:
    return [n for n in range(len(old)) if n not in kept]


def _removed(clause: Clause) -> Difference:
    return Difference(Change.REMOVED, clause, None, (Piece(Mark.OUT, whole(clause)),))


def _compared(before: Clause | None, after: Clause) -> Iterator[Difference]:
    if before is None:
        yield Difference(Change.ADDED, None, after, (Piece(Mark.IN, whole(after)),))
    elif _key(before) != _key(after):
        yield Difference(Change.CHANGED, before, after, pieces(whole(before), whole(after)))
    elif before.number != after.number:
        yield Difference(Change.RENUMBERED, before, after, (Piece(Mark.KEPT, whole(after)),))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word what went and what came: kept and in make the new text, kept and out the old."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    found: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Mark.KEPT, "".join(new[c:d])))
            continue
        found += [Piece(mark, "".join(words)) for mark, words in ((Mark.OUT, old[a:b]), (Mark.IN, new[c:d])) if words]
    return tuple(found)
