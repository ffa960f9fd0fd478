"""A door follows what changes while it runs: policies, and a day after school.toml says so, who receives reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import directory
from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.doors.answering import LOOKS, Answering
from adapters.slack import opening as slack
from adapters.teams import opening as teams
from bot.assistant import Assistant
from knowledge.policy import Version
from reports.handover import WAIT
from reports.people import PersonId
from reports.report import Concern, Kind
from reports.route import choose
from tests.slack.stage import SECRET
from tests.slack.stage import opened as on_slack
from tests.stories.stage import Clock
from tests.teams.stage import environ as of_teams
from tests.teams.stage import school as school_on_teams

MINUTE = timedelta(minutes=1)
HELEN, DANIEL = PersonId("h.head"), PersonId("d.deputy")
NOWHERE = "http://127.0.0.1:9"


def slack_house(folder: Path, clock: Clock) -> House:
    return on_slack(folder, f"{NOWHERE}/api/", clock, SLACK_SIGNING_SECRET=SECRET)


def teams_house(folder: Path, clock: Clock) -> House:
    return House.open(of_teams(school_on_teams(folder), NOWHERE), folder, clock)


def slack_door(house: House) -> Answering:
    (workspace,) = slack.door(house).hears.teams.values()
    assert isinstance(workspace.assistant, Answering)
    return workspace.assistant


def teams_door(house: House) -> Answering:
    (tenant,) = teams.door(house).hears.tenants.values()
    assert isinstance(tenant.assistant, Answering)
    return tenant.assistant


@contextmanager
def running(folder: Path, clock: Clock) -> Iterator[tuple[House, Answering]]:
    with closing(slack_house(folder, clock)) as house:
        stocked(house, house.school(None))
        yield house, slack_door(house)


def first(assistant: Assistant) -> tuple[PersonId, ...]:
    """Who would be the first to receive a report about a colleague."""
    assert assistant.desk
    concern = Concern(Kind.HARASSMENT, frozenset({"colleague"}), PersonId("t.teacher"))
    return choose(concern, assistant.desk.school).hops[0].people


def swapped(folder: Path) -> None:
    """The headteacher and the deputy change places in school.toml."""
    file = folder / "school.toml"
    text = file.read_text(encoding="utf-8")
    for was, now in (("headteacher", "was_head"), ("deputy", "headteacher"), ("was_head", "deputy")):
        assert f'posts = ["{was}"' in text
        text = text.replace(f'posts = ["{was}"', f'posts = ["{now}"')
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("opened", "door"), [(slack_house, slack_door), (teams_house, teams_door)], ids=["Slack", "Teams"]
)
def test_who_receives_reports_changes_at_a_running_door_within_a_minute_of_taking_effect(
    opened: Callable[[Path, Clock], House], door: Callable[[House], Answering], tmp_path: Path
) -> None:
    clock = Clock()
    with closing(opened(tmp_path, clock)) as before:
        stocked(before, before.school(None))
        assert first(door(before)()) == (HELEN,)
    swapped(tmp_path)
    with closing(House(before.settings, directory.schools(tmp_path), clock)) as after:
        assistant = door(after)
        assert first(assistant()) == (HELEN,)
        clock.at += WAIT - MINUTE
        assert first(assistant()) == (HELEN,)
        clock.at += 2 * MINUTE
        assert first(assistant()) == (DANIEL,)


def test_a_message_costs_no_look_and_a_look_that_finds_nothing_new_makes_nothing_new(tmp_path: Path) -> None:
    clock = Clock()
    with running(tmp_path, clock) as (house, assistant):
        made = assistant()
        house.database.close()  # whoever looked now would fail
        for _ in range(50):
            assert assistant() is made
            clock.at += LOOKS / 100
    with running(tmp_path, clock) as (_, assistant):
        made = assistant()
        for _ in range(5):
            clock.at += MINUTE
            assert assistant() is made


def test_a_policy_that_is_replaced_is_answered_from_within_a_minute(tmp_path: Path) -> None:
    clock = Clock()
    with running(tmp_path, clock) as (house, assistant):
        made = assistant()
        (policy, *_) = house.shelf.current("sample")
        house.shelf.put("sample", replace(policy, version=Version("0" * 64, "January 2027")))
        clock.at += MINUTE
        assert assistant() is not made


def test_a_clock_that_is_put_back_stops_no_looking(tmp_path: Path) -> None:
    clock = Clock()
    with running(tmp_path, clock) as (house, assistant):
        made = assistant()
        clock.at -= timedelta(days=1)
        (policy, *_) = house.shelf.current("sample")
        house.shelf.put("sample", replace(policy, version=Version("0" * 64, "January 2027")))
        assert assistant() is not made
