"""The notice before a report says what is true of this school today."""

from __future__ import annotations

from dataclasses import replace

from bot.notices import receivers, who_can_see
from reports.people import Post
from tests.bot.house import SETTING, school


def test_it_names_who_receives_and_how_long_they_have() -> None:
    first, second = receivers(school())
    assert first == (
        "Most reports go to Helen Ashdown, headteacher. About the headteacher, they go to Constance Adeyemi-Rowe, "
        "chair of governors."
    )
    answer, then = second.split(". ", 1)
    assert answer == "They have 2 working days to answer, or 60 minutes if it is urgent"
    assert then == "Then it moves on; in the holidays, after 3 days."


def test_a_new_holder_of_a_post_and_shorter_times_change_it() -> None:
    people = tuple(replace(p, name="Nia New") if Post.HEADTEACHER in p.posts else p for p in school().people)
    first, second = receivers(replace(school(), people=people, standard_working_days=1, urgent_minutes=20))
    assert first.startswith("Most reports go to Nia New, headteacher.")
    assert second.startswith("They have 1 working day to answer, or 20 minutes")


def test_a_school_without_governors_says_that_nobody_inside_can_receive_it() -> None:
    people = tuple(p for p in school().people if not p.posts & {Post.CHAIR, Post.VICE_CHAIR})
    assert "nobody in school" in receivers(replace(school(), people=people))[0]


def test_who_runs_the_platform_and_how_long_it_is_kept_come_from_the_setting() -> None:
    shown = str(who_can_see(replace(SETTING, could_see="People who run Slack could see it.", keeps_days=30), school()))
    assert "People who run Slack could see it." in shown
    assert "after 30 days" in shown
