"""What somebody presses or sends that was drawn for another is refused in constant words, and is in the audit."""

from __future__ import annotations

import json
from pathlib import Path

from adapters.teams.presses import MOVED_ON
from bot.welcome import OLD_BUTTON
from reports.audit import Deed
from tests.teams.filling import COLLEAGUE_REPORT, WORD, asked, begin, card, fill, report
from tests.teams.reading import button
from tests.teams.stage import ALICE, COLLEAGUE, HEAD, PEOPLE, STRANGER, Stage, play, stage
from tests.teams.test_recipients import notices, reported


def mistaken(st: Stage) -> list[tuple[str, str]]:
    """Who pressed what was not theirs, and of which case that is said; the chain is whole."""
    audit = st.house.audit("sample")
    assert audit.flaw() is None
    return [(entry.who, entry.case) for entry in audit.entries() if entry.deed == Deed.MISTAKEN]


async def sends(st: Stage, who: str, whose: str, label: str, **filled: str) -> None:
    """Somebody sends a button of the dialog that stands open before another."""
    await st.teams.act(who, button(card(st, whose), label), filled, None)
    await st.settle()


def test_f32_f33_what_was_drawn_for_another_is_refused_and_recorded_without_a_word(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            await st.installed(COLLEAGUE, STRANGER)
            for who in (COLLEAGUE, STRANGER):
                for label in ("Next", "Stop and delete"):
                    await sends(st, who, ALICE, label, happened=f"{WORD}, and more of it")
                    assert OLD_BUTTON.parts[0].text in st.teams.now(who)  # type: ignore[union-attr]
            await st.teams.press(ALICE, "Help")
            assert asked(st, ALICE) == ("happened",), "hers is as it was"
            assert mistaken(st) == [("c.colleague", "")] * 2 + [(f"teams:{PEOPLE[STRANGER]}", "")] * 2
            told = json.dumps([vars(entry) for entry in st.house.audit("sample").entries()])
            assert WORD not in told
            assert "happened" not in told
            assert st.teams.violations == []

    play(story())


def test_f33_a_recipients_dialog_that_somebody_else_sends_shows_them_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await st.teams.press(HEAD, "Open your private items", notices(st, HEAD)[0])
            await st.teams.press(HEAD, "Open item 1")
            await sends(st, COLLEAGUE, HEAD, "Open")
            assert OLD_BUTTON.parts[0].text in st.teams.now(COLLEAGUE)  # type: ignore[union-attr]
            assert mistaken(st) == [("c.colleague", "")]

    play(story())


def test_f33_a_card_in_the_chat_that_was_passed_on_does_nothing_and_is_recorded(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            opener = await begin(st, ALICE)
            await st.teams.press(ALICE, "The form won't open", opener)
            await st.teams.press(ALICE, "Use a card all the same", opener)
            before = json.dumps(opener.card)
            await st.installed(COLLEAGUE)
            action = button(opener.card, "Next")
            data = {"danger": "no", **action["data"]}
            value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": data}}
            assert (await st.teams.invoke(COLLEAGUE, "adaptiveCard/action", value))["value"] == MOVED_ON
            refreshed = {"action": {**opener.card["refresh"]["action"]}}
            assert (await st.teams.invoke(COLLEAGUE, "adaptiveCard/action", refreshed))["value"] == MOVED_ON
            assert json.dumps(opener.card) == before
            assert mistaken(st) == [("c.colleague", "")] * 2

    play(story())


def test_one_s_own_dialogs_are_no_mistake(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, ALICE)
            assert mistaken(st) == []
            assert "t.teacher" not in st.teams.kept()

    play(story())
