"""Whole stories, from first word to delivered letter, on the real stores and the real screen."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.databases import postgres
from tests.stories.doors import NEVER_TOLD, strangers
from tests.stories.stage import Stage

HERE = Path(__file__).parent
STORIES = sorted(HERE.glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_story_goes_as_it_is_told(story: Path, tmp_path: Path) -> None:
    with closing(Stage.set(tmp_path)) as stage:
        untrue = list(stage.play(story.read_text(encoding="utf-8")))
    assert not untrue, "\n\n".join(untrue)


@pytest.mark.needs("postgresql")
@pytest.mark.parametrize("story", ["about_the_headteacher", "nobody_acknowledges"])
def test_the_story_goes_the_same_way_on_postgresql(story: str, tmp_path: Path) -> None:
    told = (HERE / f"{story}.txt").read_text(encoding="utf-8")
    with postgres() as url, closing(Stage.set(tmp_path, database=url)) as stage:
        untrue = list(stage.play(told))
    assert not untrue, "\n\n".join(untrue)
    assert not list(tmp_path.rglob("*.db"))


def test_there_are_stories() -> None:
    assert len(STORIES) >= 7


def test_a_line_that_does_not_come_true_is_told(tmp_path: Path) -> None:
    with closing(Stage.set(tmp_path)) as stage:
        told = list(stage.play("as t.teacher\n< Candour\n< Something never shown\n! Candour"))
    assert len(told) == 2


TYPED = {"a_change_of_mind": 2, "a_question_in_the_middle": 8, "about_a_colleague": 2}
"""Lines of each story that are for where answers are typed one by one; all others are played at every door."""


def test_only_what_is_typed_where_a_form_has_no_such_place_is_for_a_terminal_alone() -> None:
    lines = {story.stem: story.read_text(encoding="utf-8").splitlines() for story in STORIES}
    typed = {name: sum(line[1:2] == "t" for line in told) for name, told in lines.items()}
    assert {name: many for name, many in typed.items() if many} == TYPED


def test_every_story_of_a_person_who_must_not_know_is_there_and_accounts_are_found_in_most() -> None:
    told = {story.stem: story.read_text(encoding="utf-8") for story in STORIES}
    assert set(NEVER_TOLD) <= set(told)
    assert sum(bool(strangers(story)) for story in told.values()) > 15
    assert strangers(told["handed_over"])["He wrote about me in the group."] >= {"c.colleague", "c.chair"}
