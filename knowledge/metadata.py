"""Reads a policy's title, its dates and its author's post."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge import cover, dates
from knowledge.line import Line
from knowledge.lines import lines
from knowledge.pages import running_text
from knowledge.paragraphs import Paragraph
from knowledge.particulars import Fact, facts

_POST = re.compile(r"\(([^()]+)\)")
_PERSON = re.compile(r"(?:(?i:mr|mrs|ms|miss|mx|dr|rev|fr|sir|dame)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}$")
_OFFICE = re.compile(
    r"\b(?:head|teacher|deputy|assistant|lead|leader|manager|officer|governors?|governing|body|board|co-?ordinator|committee|"
    r"bursar|senco|dsl|slt|team|principal|director|trust|council|secretary|administrator|safeguarding|chair)\w*",
    re.I,
)


@dataclass(frozen=True)
class Metadata:
    """What a policy says of itself. Empty or None is what it does not say."""

    title: str = ""
    dated: str = ""  # the version's date as written: when it was approved, else its date, when written or last reviewed
    approved: date | None = None
    review: date | None = None  # the next one, not the history of reviews
    author: str = ""  # the post as written, never the name


def read(paragraphs: Sequence[Paragraph]) -> Metadata:
    return of(lines(running_text(paragraphs)))


def of(found: Sequence[Line]) -> Metadata:
    told = [told for line in found if not line.is_entry and (told := facts(line.text))]
    dated, approved, review = _dates(told)
    return Metadata(cover.title(found), dated, approved, review, _author(told))


def _dates(lines: Iterable[Sequence[Fact]]) -> tuple[str, date | None, date | None]:
    """How the version is dated, when it was approved, when its next review falls due.

    The review is the last date that a line names as a coming review, and none where that is no later than the approval:
    "Review: May 2015" below "Review: May 2019" is history.
    """
    known = [(role, found) for told in lines for role, value in _roles(told) if (found := dates.find(value))]
    latest: dict[str, tuple[str, date]] = {}
    for role, found in known:
        if role not in latest or found[1] > latest[role][1]:
            latest[role] = found
    first = next((latest[role] for role in ("approved", "dated", "written", "last") if role in latest), ("", None))
    approved = latest["approved"][1] if "approved" in latest else None
    review = latest["next"][1] if "next" in latest else None
    made = first[1]
    return first[0], approved, review if review and (made is None or review > made) else None


def _roles(told: Sequence[Fact]) -> list[tuple[str, str]]:
    """A date that stands on one line behind "Approved by: Governors" is the date of approval."""
    above = ["", *(fact.role for fact in told)]
    return [
        ("approved" if fact.role == "dated" and before == "approved" else fact.role, fact.value)
        for fact, before in zip(told, above, strict=False)
    ]


def _author(lines: Iterable[Sequence[Fact]]) -> str:
    """The author's post as written, never the name; empty where the policy tells none."""
    values = [fact.value for told in lines for fact in told if fact.role == "author" and fact.value]
    return next((post for value in values if (post := _post(value))), "")


def _post(value: str) -> str:
    offices = [
        part.strip() for part in (*_POST.findall(value), *re.split(r"[,(]| [-–—] ", value)) if _OFFICE.search(part)
    ]
    return next((office for office in offices if office), "" if _PERSON.match(value) else value)
