"""The stories that the terminal tells, told on Slack: the same tables, with forms in the place of typed answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.sample import FOLDER
from tests.slack.stage import play, stage
from tests.slack.telling import SlackDoor
from tests.stories import test_stories
from tests.stories.doors import Telling
from tests.stories.stage import Clock

IDS = re.findall(r'^id = "([a-z]\.[a-z]+)"', (FOLDER / "school.toml").read_text(encoding="utf-8"), re.MULTILINE)
ACCOUNTS = {person: f"U{number:02}{person.replace('.', '').upper()}" for number, person in enumerate(IDS, 1)}


TYPED = {
    "a_change_of_mind",  # goes back question by question, and says "You said": a form shows it in its fields
    "a_question_in_the_middle",  # is of what is typed at a question: a form has no such place
}
STORIES = [story for story in test_stories.STORIES if story.stem not in TYPED]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_story_goes_the_same_way_on_slack(story: Path, tmp_path: Path) -> None:
    async def told() -> None:
        clock = Clock()
        async with stage(tmp_path, clock=clock, accounts=ACCOUNTS) as st:
            untrue = await Telling(SlackDoor(st, clock, ACCOUNTS)).play(story.read_text(encoding="utf-8"))
            assert not untrue, "\n\n".join(untrue)
            assert st.slack.violations == []

    play(told())
