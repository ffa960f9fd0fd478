"""Fills in the report's dialogs on Teams as a person would: each that comes up, from a table of answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.teams.connector import Sent
from tests.teams.reading import elements, fields
from tests.teams.stage import Stage

LONGEST = 40  # dialogs
WORD = "zanzibar"
ACCOUNT = f"He called me names in the staff room, and {WORD} was the word he used."
COLLEAGUE_REPORT: Mapping[str, str] = {
    "danger": "no",
    "start": "start",
    "kind": "harassment",
    "about": "colleague",
    "who": "c.colleague",
    "others": "none",
    "where": "right",
    "naming": "named",
    "happened": ACCOUNT,
    "more": "done",
    "send": "send",
}
HEAD_REPORT: Mapping[str, str] = {**COLLEAGUE_REPORT, "about": "head", "naming": "anonymous"}


def card(st: Stage, name: str, sent: Sent | None = None) -> Any:
    return sent.card if sent else (st.teams.dialogs.get(name) or {}).get("card", {}).get("content", {})


def asked(st: Stage, name: str, sent: Sent | None = None) -> tuple[str, ...]:
    """The questions that stand before somebody."""
    found = [field["id"] for field in fields(card(st, name, sent))]
    return tuple(id for id in found if "#" not in id and "?" not in id)


async def fill(st: Stage, name: str, answers: Mapping[str, str], until: str = "code", sent: Sent | None = None) -> None:
    for _ in range(LONGEST):
        questions = asked(st, name, sent)
        if not questions or until in questions:
            return
        lacking = set(questions) - set(answers)
        assert not lacking, f"no answer to {lacking}: {json.dumps(card(st, name, sent))[:2_000]}"
        await st.teams.fill(name, {question: answers[question] for question in questions}, sent)
        assert "Please look at this again" not in json.dumps(card(st, name, sent)), json.dumps(card(st, name, sent))
    raise AssertionError(f"the dialogs never came to {until}")


async def begin(st: Stage, name: str) -> Sent:
    """From the word in the chat to the first dialog; gives the card that opened it."""
    if name not in st.teams.installed:
        await st.installed(name)
    await st.say(name, "report")
    opener = st.teams.to(name)[-1]
    await st.teams.press(name, "Open the private form", opener)
    return opener


async def report(st: Stage, name: str, answers: Mapping[str, str] = COLLEAGUE_REPORT) -> str:
    """From the first word to the end; gives the private code."""
    await begin(st, name)
    await fill(st, name, answers)
    code = shown_code(st, name)
    await st.teams.fill(name, {"code": code[-4:]})
    await st.settle()
    return code


def shown_code(st: Stage, name: str) -> str:
    runs = [each for each in elements(card(st, name)) if each.get("fontType") == "Monospace"]
    return str(runs[0]["text"])


def field(st: Stage, who: str, name: str) -> dict[str, Any]:
    return next(each for each in fields(card(st, who)) if each["id"] == name)
