"""The stories that the terminal tells, told on Slack: the same tables, with forms in the place of typed answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.notices import WAITING
from tests.slack.stage import Stage, play, stage
from tests.slack.telling import SlackDoor
from tests.stories import test_stories
from tests.stories.doors import IDS, NEVER_TOLD, Telling, strangers
from tests.stories.stage import Clock

ACCOUNTS = {person: f"U{number:02}{person.replace('.', '').upper()}" for number, person in enumerate(IDS, 1)}


def kept_secret(st: Stage, story: Path) -> None:
    """No account stands in a message or was ever before anyone to whom the story does not open it."""
    for account, others in strangers(story.read_text(encoding="utf-8")).items():
        assert account not in json.dumps(st.slack.messages, ensure_ascii=False)
        assert [who for who in others if account in st.said_to(ACCOUNTS[who])] == []
    assert [who for who in NEVER_TOLD.get(story.stem, ()) if WAITING in st.said_to(ACCOUNTS[who])] == []


@pytest.mark.parametrize("story", test_stories.STORIES, ids=lambda story: story.stem)
def test_the_story_goes_the_same_way_on_slack(story: Path, tmp_path: Path) -> None:
    async def told() -> None:
        clock = Clock()
        async with stage(tmp_path, clock=clock, accounts=ACCOUNTS) as st:
            untrue = await Telling(SlackDoor(st, clock, ACCOUNTS)).play(story.read_text(encoding="utf-8"))
            assert not untrue, "\n\n".join(untrue)
            assert st.slack.violations == []
            kept_secret(st, story)

    play(told())
