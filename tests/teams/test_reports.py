"""Private reports on Teams: in dialogs alone, sent once, and never a word of one in a message."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from adapters.teams.forms import USED
from tests.teams.filling import ACCOUNT, COLLEAGUE_REPORT, HEAD_REPORT, WORD, asked, begin, fill, report, shown_code
from tests.teams.reading import button, fields
from tests.teams.stage import ALICE, CHAIR, COLLEAGUE, HEAD, STRANGER, play, stage

NEUTRAL = USED.parts[0].text  # type: ignore[union-attr]
"""What stands in the chat where a report was begun."""


def test_a_report_about_a_colleague_goes_to_the_head_and_nobody_else_sees_a_word(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD, CHAIR, COLLEAGUE)
            before = {name: len(st.teams.to(name)) for name in (HEAD, CHAIR, COLLEAGUE)}
            code = await report(st, ALICE)
            assert "Your report is on its way" in st.teams.now(ALICE)
            await st.carry()
            assert st.cases() == 1
            assert WORD not in st.teams.kept()
            assert code not in st.teams.kept()
            assert {n: len(st.teams.to(n)) - before[n] for n in before} == {HEAD: 1, CHAIR: 0, COLLEAGUE: 0}
            for other in before:
                assert WORD not in st.teams.seen(other)
            assert st.teams.violations == []

    play(story())


def test_a_report_about_the_head_goes_past_the_head(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD, CHAIR)
            await report(st, ALICE, HEAD_REPORT)
            await st.carry()
            assert "You have a private item" in st.teams.seen(CHAIR)
            assert "You have a private item" not in st.teams.seen(HEAD)
            await st.say(HEAD, "inbox")
            await st.teams.press(HEAD, "Open your private items", st.teams.to(HEAD)[-1])
            assert "Nothing is waiting for you." in st.teams.now(HEAD)
            assert WORD not in st.teams.seen(HEAD)
            assert st.teams.violations == []

    play(story())


def test_somebody_whom_school_toml_does_not_name_may_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, STRANGER, {**COLLEAGUE_REPORT, "naming": "anonymous"})
            assert st.cases() == 1
            assert st.teams.violations == []

    play(story())


def test_the_card_that_opened_a_report_is_replaced_by_a_line_that_tells_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            opener = await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT)
            await st.teams.fill(ALICE, {"code": shown_code(st, ALICE)[-4:]})
            await st.settle()
            assert NEUTRAL in opener.words
            assert "private form" not in opener.words
            other = await begin(st, ALICE)
            await st.teams.press(ALICE, "Stop and delete")
            await st.settle()
            assert NEUTRAL in other.words

    play(story())


def test_the_card_that_opened_a_reports_progress_is_replaced_by_the_same_line(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            code = await report(st, ALICE)
            await st.carry()
            await st.say(ALICE, "status")
            opener = st.teams.to(ALICE)[-1]
            assert "Your report" in opener.words
            await st.teams.press(ALICE, "See what has become of it", opener)
            await st.teams.fill(ALICE, {"code": code})
            assert "Delivered" in st.teams.now(ALICE)
            await st.teams.press(ALICE, "Done")
            await st.settle()
            assert NEUTRAL in opener.words
            assert "report" not in opener.words.casefold()
            assert st.teams.violations == []

    play(story())


def test_hide_closes_the_dialog_and_leaves_a_card_about_policies(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            opener = await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            assert await st.teams.press(ALICE, "Hide") is None
            await st.settle()
            assert ALICE not in st.teams.dialogs
            assert "report" not in opener.words.casefold()
            await begin(st, ALICE)
            assert asked(st, ALICE) == ("happened",)

    play(story())


def test_a_dialog_that_is_sent_twice_files_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            stands = st.teams.dialogs[ALICE]
            for _ in range(3):
                st.teams.dialogs[ALICE] = stands
                await st.teams.fill(ALICE, {"send": "send"})
            assert st.cases() == 1
            code = shown_code(st, ALICE)
            await st.teams.fill(ALICE, {"code": code[-4:]})
            st.teams.dialogs[ALICE] = stands
            await st.teams.fill(ALICE, {"send": "send"})
            assert "moved on" in st.teams.now(ALICE)
            assert st.cases() == 1

    play(story())


def test_f04_the_same_submission_delivered_three_times_files_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            card = st.teams.dialogs[ALICE]["card"]["content"]
            value = {"data": {**button(card, "Next")["data"], "send": "send"}}
            posted = st.teams.activity(ALICE, "invoke", name="task/submit", value=value)
            shown = [await st.teams.post(posted) for _ in range(3)]
            assert [status for status, _ in shown] == [200] * 3
            codes = {json.dumps(answer).partition('"Monospace"')[0][-60:] for _, answer in shown}
            assert st.cases() == 1
            assert len(codes) == 1

    play(story())


def test_back_shows_the_question_before_with_its_answer(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="naming")
            await st.teams.press(ALICE, "Back")
            await st.teams.press(ALICE, "Back")
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            await st.teams.fill(ALICE, {"happened": ACCOUNT})
            await st.teams.press(ALICE, "Back")
            (field,) = [f for f in fields(st.teams.dialogs[ALICE]) if f["id"] == "happened"]
            assert field["value"] == ACCOUNT

    play(story())


def test_more_room_keeps_what_was_typed(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            card = st.teams.dialogs[ALICE]["card"]["content"]
            await st.teams.act(ALICE, button(card, "I need more room"), {"happened": "First part."}, None)
            boxes = {f["id"]: f["value"] for f in fields(st.teams.dialogs[ALICE])}
            assert boxes == {"happened": "First part.", "happened#2": ""}
            await st.teams.fill(ALICE, {"happened": "a" * 2_990, "happened#2": f"and {WORD}"})
            await fill(st, ALICE, {**COLLEAGUE_REPORT, "happened": ""}, until="send")
            assert WORD in st.teams.now(ALICE)

    play(story())


def test_words_typed_in_the_chat_while_a_report_is_open_are_not_taken(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            await st.say(ALICE, "He said quetzalcoatl to me")
            assert "Please use the private form" in st.teams.kept()
            assert "quetzalcoatl" not in st.teams.kept()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            assert WORD in st.teams.now(ALICE)
            assert "quetzalcoatl" not in st.teams.now(ALICE)

    play(story())


def test_f46_no_word_of_a_report_is_logged_or_kept_open_on_the_disk(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with stage(tmp_path, LOG_LEVEL="DEBUG") as st:
            await st.installed(HEAD)
            await report(st, ALICE)
            await st.carry()

    caplog.set_level(logging.DEBUG)
    play(story())
    assert WORD not in caplog.text
    assert "29:alice" not in caplog.text
    on_disk = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert WORD.encode() not in on_disk
    assert b"29:alice" not in on_disk
    assert b"a:head" not in on_disk
