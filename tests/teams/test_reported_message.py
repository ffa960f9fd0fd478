"""Reporting a message on Teams: its address goes into the report, and none of its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.notices import WAITING
from tests.teams.filling import ACCOUNT, COLLEAGUE_REPORT, WORD, asked, begin, field, fill, shown_code
from tests.teams.stage import ALICE, CHAIR, COLLEAGUE, HEAD, Stage, play, stage

ADDRESS = "https://teams.microsoft.com/l/message/19:abc@thread.v2/1795212150000?tenantId=t&groupId=g"


async def report_this(st: Stage, who: str, address: object = ADDRESS) -> None:
    """From the menu of somebody's message, which sends all of the message along."""
    payload = {"linkToMessage": address, "body": {"content": "see you at noon"}, "from": {"user": {"id": "x"}}}
    await st.teams.invoke(who, "composeExtension/fetchTask", {"commandId": "report", "messagePayload": payload})


def test_a_report_about_a_message_carries_its_address_to_the_recipient_and_none_of_its_words(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE, HEAD, CHAIR, COLLEAGUE)
            await report_this(st, ALICE)
            assert asked(st, ALICE) == ("danger",)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            assert asked(st, ALICE) == ("happened", "message")
            assert field(st, ALICE, "message")["value"] == ADDRESS
            await fill(st, ALICE, {**COLLEAGUE_REPORT, "message": ADDRESS})
            await st.teams.fill(ALICE, {"code": shown_code(st, ALICE)[-4:]})
            await st.carry()
            await st.teams.press(HEAD, "Open your private items", st.teams.to(HEAD)[-1])
            await st.teams.press(HEAD, "Open item 1")
            await st.teams.press(HEAD, "Open")
            assert ADDRESS in st.teams.now(HEAD)
            assert "noon" not in st.teams.seen(HEAD) + st.teams.seen(ALICE)
            for other in (CHAIR, COLLEAGUE):
                assert not any(each in st.teams.seen(other) for each in (ADDRESS, WORD, WAITING))
            assert ADDRESS not in st.teams.kept()
            assert st.teams.violations == []

    play(story())


def test_a_message_that_is_reported_in_the_middle_is_added_to_the_open_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begin(st, ALICE)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="naming")
            await report_this(st, ALICE)
            assert asked(st, ALICE) == ("naming",)
            await st.teams.fill(ALICE, {"naming": "named"})
            assert field(st, ALICE, "message")["value"] == ADDRESS
            await st.teams.fill(ALICE, {"happened": ACCOUNT, "message": ""})  # it need not be given
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            assert ADDRESS not in st.teams.now(ALICE)

    play(story())


@pytest.mark.parametrize("address", ["", None, 7, "javascript:alert(1)", "x" * 9_000, {"href": ADDRESS}])
def test_a_message_without_a_good_address_is_reported_without_one(tmp_path: Path, address: object) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report_this(st, ALICE, address)
            assert asked(st, ALICE) == ("danger",)
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            assert asked(st, ALICE) == ("happened",)
            assert st.teams.violations == []

    play(story())
