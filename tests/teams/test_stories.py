"""The stories that the terminal tells, told on Teams: the same tables, with dialogs in the place of typed answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.notices import WAITING
from tests.stories import test_stories
from tests.stories.doors import IDS, NEVER_TOLD, Telling, strangers
from tests.stories.stage import Clock
from tests.teams.stage import Stage, play, stage
from tests.teams.telling import TeamsDoor

ACCOUNTS = {person: f"00000000-0000-0000-0001-{number:012d}" for number, person in enumerate(IDS, 1)}


def kept_secret(st: Stage, story: Path) -> None:
    """No account stands in a message or was ever before anyone to whom the story does not open it."""
    for account, others in strangers(story.read_text(encoding="utf-8")).items():
        assert account not in st.teams.kept()
        assert [who for who in others if account in st.teams.seen(who)] == []
    assert [who for who in NEVER_TOLD.get(story.stem, ()) if WAITING in st.teams.seen(who)] == []


@pytest.mark.parametrize("story", test_stories.STORIES, ids=lambda story: story.stem)
def test_the_story_goes_the_same_way_on_teams(story: Path, tmp_path: Path) -> None:
    async def told() -> None:
        clock = Clock()
        async with stage(tmp_path, clock=clock, accounts=ACCOUNTS) as st:
            door = TeamsDoor(st, clock)
            await door.enter(*IDS)
            untrue = await Telling(door).play(story.read_text(encoding="utf-8"))
            assert not untrue, "\n\n".join(untrue)
            assert st.teams.violations == []
            kept_secret(st, story)

    play(told())
