"""Fills in the report's form on Slack as a person would: each view that comes up, from a table of answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.slack.views import sign
from bot.notices import WAITING
from tests.slack.stage import Stage

LONGEST = 40  # views
ACCOUNT = "He called me names in the staff room, and zanzibar was the word he used."
COLLEAGUE_REPORT: Mapping[str, Any] = {
    "danger": "no",
    "start": "start",
    "kind": "harassment",
    "about": ["colleague"],
    "who": ["c.colleague"],
    "others": ["none"],
    "where": "right",
    "naming": "named",
    "happened": ACCOUNT,
    "more": ["done"],
    "send": "send",
}
HEAD_REPORT: Mapping[str, Any] = {**COLLEAGUE_REPORT, "about": ["head"], "naming": "anonymous"}


def asked(st: Stage, user: str) -> str:
    """The question that stands on the view at the top; nothing where none does."""
    view = st.slack.top(user)
    return next(iter(sign(view).asked), "") if view else ""


def asked_all(st: Stage, user: str) -> tuple[str, ...]:
    view = st.slack.top(user)
    return sign(view).asked if view else ()


async def fill(st: Stage, user: str, answers: Mapping[str, Any], until: str = "code") -> None:
    """Each section whole, until one asks that question."""
    for _ in range(LONGEST):
        questions = asked_all(st, user)
        if not questions or until in questions:
            return
        given = {name: answers[name] for name in questions if name in answers}
        assert given, f"no answer to {questions}: {json.dumps(st.slack.top(user))[:2_000]}"
        status, reply = await put(st, user, given)
        assert status == 200, reply
        assert reply is None or reply.get("response_action") != "errors", reply
    raise AssertionError(f"the form never came to {until}")


async def put(st: Stage, user: str, values: Mapping[str, Any]) -> tuple[Any, Any]:
    """Presses Next with these values."""
    answer: tuple[Any, Any] = await st.slack.submit(user, {name: {"v": value} for name, value in values.items()})
    return answer


async def report(st: Stage, user: str, answers: Mapping[str, Any]) -> str:
    """From the command to the end; gives the private code."""
    await st.slack.slash(user, "/report")
    await st.settle()
    await fill(st, user, answers)
    code = shown_code(st, user)
    await put(st, user, {"code": code[-4:]})
    return code


def shown_code(st: Stage, user: str) -> str:
    blocks = st.slack.top(user)["blocks"]
    drawn = [b["elements"][0]["elements"][0]["text"] for b in blocks if "rich_text_preformatted" in json.dumps(b)]
    return str(drawn[0])


async def press(st: Stage, user: str, label: str) -> None:
    """Presses the button of that label on the view at the top."""
    view = st.slack.top(user)
    found = [e for b in view["blocks"] for e in b.get("elements", []) if e.get("text", {}) and _label(e) == label]
    assert found, f"no button {label}"
    await st.slack.click(user, found[0]["action_id"], view=view)
    await st.settle()


def _label(element: Mapping[str, Any]) -> str:
    text = element.get("text")
    return str(text.get("text")) if isinstance(text, Mapping) else ""


def notice(st: Stage, user: str) -> dict[str, Any]:
    (found,) = [m for m in st.slack.visible(user) if WAITING in m["text"]]
    return dict(found)


async def at_the_gate(st: Stage, user: str) -> None:
    """From their notice to the page before their first item."""
    await st.slack.click(user, "press:0", notice(st, user))
    await st.settle()
    await press(st, user, "Open item 1")
