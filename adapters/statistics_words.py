"""How a published figure is said, in the terminal's table and on the page alike."""

from __future__ import annotations

from bot.telling import KIND_LABELS
from reports.figures import TOTAL

HIDDEN = "*"
NOTE = "* under 5, or hidden so that nobody can work out a figure under 5."
NOTHING_YET = "No term that is over has been counted yet."


def label(kind: str) -> str:
    return "All" if kind == TOTAL else KIND_LABELS[kind]


def figure(shown: int | None) -> str:
    return HIDDEN if shown is None else str(shown)
