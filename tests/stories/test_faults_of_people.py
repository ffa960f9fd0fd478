"""Faults of people and posts: one person with two posts, two with one, names that fit two or change hands."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.sample import FOLDER
from knowledge.policy import Version
from reports import carrying
from reports.desk import ACCOUNT, Desk
from reports.people import PersonId, School
from reports.report import CaseId, Concern, Kind, Report
from reports.route import choose
from tests.fakes import MemoryCases, MemoryCourier, MemoryReceipts
from tests.reports.schools import FULL, changed, someone
from tests.stories.stage import Stage

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
TEACHER, HEAD = PersonId("t.teacher"), PersonId("h.head")
HERE = Path(__file__).parent
HEAD_AND_DSL = changed(
    replace(FULL, people=tuple(person for person in FULL.people if person.id != "s.dsl")),
    "h.head",
    posts=next(p.posts for p in FULL.people if p.id == "h.head") | someone("x", "dsl").posts,
)
TWO_HEADS = replace(FULL, people=(*FULL.people, someone("z.head", "headteacher slt")))
STARTED = "as t.teacher\n> report\n> no\n> start\n> bullying or unkind messages online\n> a colleague\n"
SEND = ("as t.teacher", "> send", "> {last}")


def told(school: School, kind: Kind, *subjects: str) -> list[str]:
    """The chain, then the copies."""
    route = choose(Concern(kind, frozenset(subjects), TEACHER), school)
    return [*(str(id) for hop in route.hops for id in hop.people), *sorted(route.copies)]


@pytest.mark.parametrize("subject", ["head", "person:h.head"])
@pytest.mark.parametrize("kind", list(Kind))
def test_f17_a_head_who_is_safeguarding_lead_too_receives_it_by_neither_post(kind: Kind, subject: str) -> None:
    chain = told(HEAD_AND_DSL, kind, subject)
    assert set(chain) <= {"c.chair", "v.vice", "g.gov"}
    assert told(HEAD_AND_DSL, Kind.HARASSMENT, subject) == ["c.chair", "v.vice"]


@pytest.mark.parametrize("kind", list(Kind))
def test_f18_where_only_the_post_is_named_neither_of_two_heads_receives_it(kind: Kind) -> None:
    assert not {"h.head", "z.head"} & set(told(TWO_HEADS, kind, "head"))
    assert told(TWO_HEADS, Kind.HARASSMENT, "head") == ["c.chair", "v.vice"]
    assert {"h.head", "z.head"} <= set(told(TWO_HEADS, Kind.HARASSMENT, "colleague"))


def test_f20_whoever_swaps_names_with_a_recipient_swaps_nothing_else() -> None:
    """Whom it is about takes the headteacher's name after it was filed, and the headteacher takes theirs."""
    cases, courier = MemoryCases(), MemoryCourier()
    concern = Concern(Kind.HARASSMENT, frozenset({"colleague", "person:m.mentor"}), TEACHER)
    Desk(FULL, cases, MemoryReceipts()).file(Report(CaseId("C1"), NOW, concern, False), {ACCOUNT: "words"}, "CODE")
    swapped = changed(changed(FULL, "m.mentor", name="h.head"), "h.head", name="m.mentor")
    desk = Desk(swapped, cases, MemoryReceipts())
    claimed = cases.claim(NOW, NOW)
    assert claimed
    carrying.run(desk, claimed[1], courier, NOW)
    assert [to for to, _ in courier.sent] == [HEAD]
    assert desk.open(CaseId("C1"), HEAD, NOW)
    assert desk.open(CaseId("C1"), PersonId("m.mentor"), NOW) is None


def with_people(folder: Path, **names: str) -> str:
    """The sample school, some of whose people have other names. Gives the place of its school.toml."""
    shutil.copytree(FOLDER, folder / "school")
    file = folder / "school" / "school.toml"
    text = file.read_text(encoding="utf-8")
    for was, now in names.items():
        assert was in text
        text = text.replace(was.replace("_", " "), now)
    file.write_text(text, encoding="utf-8")
    return str(file)


def lines(stage: Stage, *said: str) -> Sequence[str]:
    return list(stage.play("\n".join(said)))


def test_f21_a_name_that_fits_two_is_asked_about_and_whoever_cannot_tell_bars_both(tmp_path: Path) -> None:
    schools = with_people(tmp_path, Okonjo="Redgrave")
    with closing(Stage.set(tmp_path, schools)) as stage:
        untrue = lines(
            stage,
            STARTED,
            "> Redgrave",
            "< Do you mean Daniel Redgrave or Callum Redgrave-Iyer?",
            "> Daniel Redgrave, Callum Redgrave-Iyer",
            "> none of them",
            "< This will go to Helen Ashdown",
            "< It won't go to Callum Redgrave-Iyer, or Daniel Redgrave, deputy headteacher",
        )
        assert untrue == []
        lines(stage, "as t.teacher", "> 1", "> use my name", "> He called me names.", "> 1", *SEND, "= 9 days")
        assert lines(stage, "as c.chair", "< You have a private item") == []
        for barred in ("d.deputy", "c.colleague"):
            assert lines(stage, f"as {barred}", "! You have a private item", "> inbox", "< Nothing is waiting") == []


def test_f21_a_name_that_fits_two_and_is_never_made_clear_keeps_it_from_both(tmp_path: Path) -> None:
    schools = with_people(tmp_path, Okonjo="Redgrave")
    with closing(Stage.set(tmp_path, schools)) as stage:
        untrue = lines(
            stage,
            STARTED,
            "> Redgrave",
            "< Do you mean Daniel Redgrave or Callum Redgrave-Iyer?",
            "> 1",
            "> none of them",
            "< It won't go to anyone it is about, nor to Callum Redgrave-Iyer, or Daniel Redgrave, deputy headteacher",
            "> 1",
            "> use my name",
            "> He called me names.",
            "> 1",
            *SEND,
            "as h.head",
            "> inbox",
            "> 1",
            "> 1",
            "< He called me names.",
            "! Redgrave",  # whoever was perhaps meant is accused of nothing
            "= 9 days",
        )
        assert untrue == []
        for barred in ("d.deputy", "c.colleague"):
            assert lines(stage, f"as {barred}", "! You have a private item", "> inbox", "< Nothing is waiting") == []


def test_a_name_that_is_made_clear_keeps_it_from_nobody_else(tmp_path: Path) -> None:
    schools = with_people(tmp_path, Okonjo="Redgrave")
    with closing(Stage.set(tmp_path, schools)) as stage:
        cleared = ("> Redgrave", "> Callum", "> none of them", "! It won't go to Daniel", "! or Daniel")
        assert lines(stage, STARTED, *cleared) == []


def test_f22_an_account_that_names_its_recipient_is_asked_about_and_goes_elsewhere(tmp_path: Path) -> None:
    story = (HERE / "a_name_in_the_account.txt").read_text(encoding="utf-8")
    assert "You mention people who would get this." in story
    assert "This will go to Constance Adeyemi-Rowe" in story
    with closing(Stage.set(tmp_path)) as stage:
        assert list(stage.play(story)) == []


def test_f52_a_policy_that_is_replaced_meanwhile_moves_no_report_and_its_old_words_stay(tmp_path: Path) -> None:
    with closing(Stage.set(tmp_path)) as stage:
        lines(stage, STARTED + "> Callum", "> none of them", "> 1", "> use my name", "> He called me names.", "> 1")
        shelf = stage.house.shelf
        for policy in shelf.current("sample"):
            new = replace(policy, version=Version("0" * 64, "January 2027"), clauses=policy.clauses[:1])
            shelf.put("sample", new)
        assert lines(stage, *SEND, "as h.head", "< You have a private item") == []
        assert lines(stage, "as h.head", "> inbox", "> 1", "> 1", "< He called me names.") == []
