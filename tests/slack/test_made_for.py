"""What somebody presses or sends that was drawn for another is refused in constant words, and is in the audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from adapters.slack.views import sign
from bot.welcome import OLD_BUTTON
from reports.audit import Deed
from tests.slack.filling import COLLEAGUE_REPORT, asked, at_the_gate, fill, press, put, report
from tests.slack.stage import ALICE, COLLEAGUE, HEAD, STRANGER, Stage, play, stage
from tests.slack.telling import text
from tests.slack.test_recipients import reported


def mistaken(st: Stage) -> list[tuple[str, str]]:
    """Who pressed what was not theirs, and of which case that is said; the chain is whole."""
    audit = st.house.audit("sample")
    assert audit.flaw() is None
    return [(entry.who, entry.case) for entry in audit.entries() if entry.deed == Deed.MISTAKEN]


async def taken(st: Stage, whose: str, by: str) -> None:
    """A form of one person's on the screen of another, who had one of their own."""
    await st.slack.slash(by, "/report")
    await st.settle()
    st.slack.top(by).update({name: st.slack.top(whose)[name] for name in ("blocks", "private_metadata")})


def shown(st: Stage, who: str) -> str:
    return text(st.slack.top(who)["blocks"])


def test_f32_f33_what_was_drawn_for_another_is_refused_and_recorded_without_a_word(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            for who in (COLLEAGUE, STRANGER):
                await taken(st, ALICE, who)
                await put(st, who, {"happened": "zanzibar, and more of it"})
                assert OLD_BUTTON.parts[0].text in shown(st, who)  # type: ignore[union-attr]
                await taken(st, ALICE, who)
                await press(st, who, "Stop and delete")
                assert OLD_BUTTON.parts[0].text in shown(st, who)  # type: ignore[union-attr]
            assert asked(st, ALICE) == "happened", "hers is as it was"
            assert mistaken(st) == [("c.colleague", "")] * 2 + [(f"slack:{STRANGER}", "")] * 2
            st.slack.stack[COLLEAGUE].clear()
            await st.slack.slash(COLLEAGUE, "/report")
            await st.settle()
            assert asked(st, COLLEAGUE) == "danger", "and so is theirs"
            told = json.dumps([vars(entry) for entry in st.house.audit("sample").entries()])
            assert "zanzibar" not in told
            assert "happened" not in told
            assert st.slack.violations == []

    play(story())


def test_f33_a_recipients_form_that_somebody_else_sends_shows_them_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await at_the_gate(st, HEAD)
            before = shown(st, HEAD)
            await taken(st, HEAD, COLLEAGUE)
            await press(st, COLLEAGUE, "Open")
            assert OLD_BUTTON.parts[0].text in shown(st, COLLEAGUE)  # type: ignore[union-attr]
            assert shown(st, HEAD) == before
            assert mistaken(st) == [("c.colleague", "")]

    play(story())


def test_one_s_own_forms_are_no_mistake_and_nobody_fills_the_audit_with_them(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, ALICE, COLLEAGUE_REPORT)
            assert mistaken(st) == []
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            for _ in range(25):
                await taken(st, ALICE, COLLEAGUE)
                await put(st, COLLEAGUE, {"danger": "no"})
            assert len(mistaken(st)) == 20

    play(story())


def test_a_form_says_whose_it_is_by_a_hash_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            for who in (ALICE, COLLEAGUE):
                await st.slack.slash(who, "/report")
                await st.settle()
            signs: list[Any] = [sign(st.slack.top(who)) for who in (ALICE, COLLEAGUE)]
            assert len({each.made_for for each in signs}) == 2
            assert "t.teacher" not in st.slack.top(ALICE)["private_metadata"]

    play(story())
