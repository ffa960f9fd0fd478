"""Looks at an answer in words before it is taken: a date that can't be, an address that is none, a code."""

from __future__ import annotations

import re
from datetime import date

from bot import codes
from knowledge import dates

WEB = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.IGNORECASE)
OLDEST = 70  # years: what happened longer ago is a slip of the finger
LONGEST_LINK = 2_000  # characters
NO_CODE = "That looks like a private code. Please don't put one here: write the rest without it."
STILL_TO_COME = "That date is still to come. Please check it, or type skip."
SO_LONG_AGO = "Please check the year, or type skip."
NO_LINK = "That doesn't look like a web address. Type one like www.example.org/page, or skip."


def link(said: str) -> bool:
    """Whether it may stand as the address of a page or a message."""
    return bool(WEB.fullmatch(said.strip())) and len(said) <= LONGEST_LINK


def problem(step: str, said: str, today: date) -> str:
    """A sentence where something should be looked at again; nothing where it may stand."""
    if codes.held_in(said):
        return NO_CODE
    if step == "when" and (day := dates.read(said)):
        if day > today:
            return STILL_TO_COME
        return SO_LONG_AGO if today.year - day.year > OLDEST else ""
    if step == "link" and said.strip().casefold() not in ("", "skip"):
        return "" if link(said) else NO_LINK
    return ""
