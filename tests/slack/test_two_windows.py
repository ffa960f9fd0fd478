"""Two windows of one person on Slack, each with a report: words about one never reach those who have the other."""

from __future__ import annotations

import copy
from pathlib import Path

from bot.notices import WAITING
from bot.welcome import ELSEWHERE
from reports.report import CaseId
from tests.slack.filling import asked, press, put
from tests.slack.stage import HEAD, Stage, play, stage
from tests.slack.telling import text
from tests.slack.test_recipients import reported


def cases(st: Stage) -> list[CaseId]:
    return list(st.house.cases("sample").ids())


def said_of(st: Stage, id: CaseId) -> list[str]:
    return [text for name, text in st.house.cases("sample").words(id).items() if name != "account"]


async def asks_about(st: Stage, item: int) -> None:
    st.slack.stack.pop(HEAD, None)
    notice = next(message for message in st.slack.visible(HEAD) if WAITING in message["text"])
    await st.slack.click(HEAD, "press:0", notice)
    await st.settle()
    for label in (f"Open item {item}", "Open", "Ask a question"):
        await press(st, HEAD, label)


def test_a_question_sent_from_the_window_of_one_report_is_never_put_to_the_reporter_of_another(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await reported(st)
            await asks_about(st, 1)
            before = copy.deepcopy({name: st.slack.top(HEAD)[name] for name in ("blocks", "private_metadata")})
            await asks_about(st, 2)
            for sends in (True, False):
                st.slack.top(HEAD).update(copy.deepcopy(before))
                await (put(st, HEAD, {"words": "Was it you?"}) if sends else press(st, HEAD, "I need more room"))
                assert ELSEWHERE.parts[0].text in text(st.slack.top(HEAD)["blocks"])  # type: ignore[union-attr]
                assert asked(st, HEAD) == ""
            assert [said_of(st, id) for id in cases(st)] == [[], []]
            assert st.slack.violations == []

    play(story())
