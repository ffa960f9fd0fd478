"""Reads dates as policies write them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = tuple("january february march april may june july august september october november december".split())
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in _MONTHS).replace("sep(?:tember)?", "sept?(?:ember)?")
_TERMS = {"spring": 1, "summer": 4, "autumn": 9}  # the month in which a school's term begins
_DAY = r"(\d{1,2})(?:\s*(?:st|nd|rd|th))?"
LONGEST = 30  # letters of a date
_DIGIT = re.compile(r"\d")  # every form has one
_YEAR = r"((?:19|20)\d\d|[’'‘]?\d\d(?!\d))"

# Day, month and year stand in the named groups' order given beside each pattern. British: the day before the month.
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), order)
    for pattern, order in (
        (r"\b((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})\b", "ymd"),
        (rf"\b{_DAY}\s*(?:of\s+)?({_MONTH})\b\.?,?\s*{_YEAR}", "dmy"),
        (rf"\b({_MONTH})\.?\s+{_DAY},?\s+((?:19|20)\d\d)\b", "mdy"),
        (rf"\b({_MONTH})\b\.?,?\s*((?:19|20)\d\d|[’'‘]\d\d)(?!\d)", "my"),
        (rf"\b({'|'.join(_TERMS)})(?:\s+term)?,?\s+((?:19|20)\d\d)\b", "my"),
        (r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d|\d\d)\b", "dmy"),
        (r"(?<![/\d])(\d{1,2})/((?:19|20)\d\d)\b", "my"),
        (r"\b((?:19|20)\d\d)-(\d{2})\b", "ym"),
    )
)


def read(text: str) -> date | None:
    """The first date in a text; the first of the month where no day is given. A year alone is no date."""
    return found[1] if (found := find(text)) else None


def begins(text: str) -> bool:
    """A date is the first thing that it says."""
    return bool((found := find(text[:LONGEST])) and text.startswith(found[0]))


def find(text: str) -> tuple[str, date] | None:
    """The first date in a text, as written and as a date."""
    if not _DIGIT.search(text):
        return None
    matches = [(match, order) for pattern, order in _FORMS for match in pattern.finditer(text)]
    impossible = 0  # "31 February 2020" is not February 2020 either
    for match, order in sorted(matches, key=lambda m: (m[0].start(), -len(m[0].group()))):
        if match.start() < impossible:
            continue
        if day := _date(dict(zip(order, match.groups(), strict=True))):
            return match.group(), day
        impossible = match.end()
    return None


def _date(parts: dict[str, str]) -> date | None:
    year = int(parts["y"].strip("’'‘"))
    try:
        return date(year if year > 99 else 2000 + year, _month(parts["m"].lower()), int(parts.get("d", "1")))
    except ValueError:
        return None  # 31/02/2020, 13/2018


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return _TERMS.get(name) or next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))
