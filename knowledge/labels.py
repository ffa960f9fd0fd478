"""Gives every clause a label that no other clause of its version has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.policy import Clause, Kind

OPENING = "Opening"  # where nothing heads the text and it has no title


@dataclass(frozen=True)
class Draft:
    """A clause that has no label yet."""

    clause: Clause
    section: int  # which heading it stands under, counted over the whole version
    scope: str = ""  # the extract or appendix whose numbers begin again
    part: str = ""  # ", part 2" of a paragraph too long to cite whole
    key: str = ""  # of a line of metadata: "Approved"


def labelled(drafts: Sequence[Draft], title: str) -> tuple[Clause, ...]:
    """The number as printed, with its extract or heading where it stands twice; else the heading and our own count."""
    plain = _plain(drafts, title)
    twice = {label for label, times in Counter(plain).items() if times > 1}
    wider = [
        _wider(draft, label, title) if label in twice else label for draft, label in zip(drafts, plain, strict=True)
    ]
    return tuple(replace(d.clause, label=label) for d, label in zip(drafts, _unique(wider), strict=True))


def _plain(drafts: Sequence[Draft], title: str) -> list[str]:
    counts: Counter[int] = Counter()
    found = []
    for draft in drafts:
        if draft.clause.kind is not Kind.METADATA and draft.part in {"", _part(1)}:
            counts[draft.section] += 1
        found.append(_label(draft, counts[draft.section], title) + draft.part)
    return found


def _label(draft: Draft, ordinal: int, title: str) -> str:
    clause = draft.clause
    if clause.kind is Kind.METADATA:
        return draft.key
    if clause.number:
        return f"{draft.scope}, {clause.number}" if draft.scope else clause.number
    return f"{clause.headings[-1] if clause.headings else title or OPENING}, paragraph {ordinal}"


def _wider(draft: Draft, label: str, title: str) -> str:
    """One heading more. Metadata stands under none."""
    headings = draft.clause.headings if draft.clause.number else draft.clause.headings[:-1]
    above = [heading for heading in headings if heading != draft.scope]
    if draft.clause.kind is Kind.METADATA or not (above or title):
        return label
    return f"{above[-1] if above else title}, {label}"


def _unique(labels: Sequence[str]) -> list[str]:
    taken: set[str] = set()
    times: Counter[str] = Counter()
    found = []
    for label in labels:
        candidate = label
        while candidate in taken:
            times[label] += 1
            candidate = f"{label} ({times[label] + 1})"
        taken.add(candidate)
        found.append(candidate)
    return found


def _part(ordinal: int) -> str:
    return f", part {ordinal}"


def in_parts(draft: Draft, texts: Sequence[str]) -> list[Draft]:
    """One draft for each part of a paragraph: "3.2, part 1"."""
    if len(texts) == 1:
        return [draft]
    return [replace(draft, clause=replace(draft.clause, text=text), part=_part(n)) for n, text in enumerate(texts, 1)]
