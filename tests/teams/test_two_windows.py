"""Two windows of one person on Teams, each with a report: words about one never reach those who have the other."""

from __future__ import annotations

from pathlib import Path

from bot.welcome import ELSEWHERE
from reports.report import CaseId
from tests.teams.filling import COLLEAGUE_REPORT, card, report
from tests.teams.reading import button
from tests.teams.stage import ALICE, HEAD, Stage, play, stage
from tests.teams.test_recipients import notices, reported


def said_of(st: Stage, id: CaseId) -> list[str]:
    return [text for name, text in st.house.cases("sample").words(id).items() if name != "account"]


async def asks_about(st: Stage, item: int) -> None:
    await st.teams.press(HEAD, "Open your private items", notices(st, HEAD)[0])
    for label in (f"Open item {item}", "Open", "Ask a question"):
        await st.teams.press(HEAD, label)


def test_a_question_sent_from_the_window_of_one_report_is_never_put_to_the_reporter_of_another(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await report(st, ALICE, COLLEAGUE_REPORT)
            await st.carry()
            await asks_about(st, 1)
            before = card(st, HEAD)
            await asks_about(st, 2)
            for label in ("Next", "I need more room", "Back"):
                await st.teams.act(HEAD, button(before, label), {"words": "Was it you?"}, None)
                await st.settle()
                assert ELSEWHERE.parts[0].text in st.teams.now(HEAD)  # type: ignore[union-attr]
            assert [said_of(st, id) for id in st.house.cases("sample").ids()] == [[], []]
            assert st.teams.violations == []

    play(story())
