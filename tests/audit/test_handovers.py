"""A change of who receives reports is told to old and new holders, is in the audit, and leaves running cases alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.doctor.readiness import findings
from adapters.stores.handovers import StoredHandovers
from adapters.stores.rows import Store
from bot.asking import Incoming, Said
from reports.handover import WAIT
from reports.people import PersonId, Post
from tests.adapters import ready_school
from tests.audit import chained
from tests.audit.chained import FULL, HEAD, NOW
from tests.fakes import MemoryCourier
from tests.processes.terminal import candour
from tests.reports.schools import someone
from tests.reports.test_handover import NEW_DEPUTY, posts, schools

SAM, EVE = PersonId("s.dsl"), PersonId("e.dsl2")
TOLD = "The people who receive reports are changing."


def handovers(opened: Callable[[str], Store]) -> StoredHandovers:
    return StoredHandovers(opened("candour"), chained.audit(opened), FULL.id)


def test_f26_old_and_new_holders_are_told_once_in_neutral_words_and_it_is_in_the_audit(
    opened: Callable[[str], Store],
) -> None:
    kept, courier = handovers(opened), MemoryCourier()
    kept.look(FULL, NOW)
    kept.look(NEW_DEPUTY, NOW)
    handovers(opened).look(NEW_DEPUTY, NOW + timedelta(hours=1))
    for _ in range(2):
        kept.tell(courier, NOW)
    assert [to for to, _ in courier.sent] == ["d.deputy", "l.lead"]
    entries = chained.audit(opened).kept()[0]
    assert [(e.who, e.deed, e.case) for e in entries] == [
        ("d.deputy", "to leave a post", "post:deputy"),
        ("l.lead", "to take a post", "post:deputy"),
    ]
    assert {change.person for change in kept.news(PersonId("l.lead"), NOW)} == {"d.deputy", "l.lead"}
    assert kept.news(HEAD, NOW) == ()
    assert kept.news(PersonId("l.lead"), NOW + timedelta(days=8)) == ()


class Away(MemoryCourier):
    def notify(self, to: PersonId, message: str) -> None:
        raise ConnectionError(to, message)


def test_f26_whoever_cannot_be_told_now_is_told_later(opened: Callable[[str], Store]) -> None:
    kept, courier = handovers(opened), MemoryCourier()
    kept.look(FULL, NOW)
    kept.look(NEW_DEPUTY, NOW)
    with pytest.raises(ConnectionError):
        kept.tell(Away(), NOW)
    kept.tell(courier, NOW + timedelta(hours=1))
    assert sorted(to for to, _ in courier.sent) == ["d.deputy", "l.lead"]


def test_f26_a_running_case_keeps_whom_it_was_to_go_to(opened: Callable[[str], Store]) -> None:
    at = chained.desk(opened)
    chained.filed(at, "C1")
    kept = handovers(opened)
    kept.look(FULL, NOW)
    kept.look(NEW_DEPUTY, NOW)
    later = type(at)(kept.in_force(NEW_DEPUTY, NOW + WAIT), at.cases, at.receipts)
    route = later.cases.load(chained.CaseId("C1")).filed.route  # type: ignore[union-attr]
    assert [hop.people for hop in route.hops][1] == ("d.deputy",)


def test_f25_whom_a_report_is_about_becomes_chair_and_receives_nothing_of_it(opened: Callable[[str], Store]) -> None:
    at = chained.desk(opened)
    chained.filed(at, "C1")
    kept = handovers(opened)
    kept.look(FULL, NOW)
    chair = posts(posts(FULL, "c.chair", "governor"), chained.SUBJECT, "chair")
    chair = schools.joined(chair, someone("n.new"))
    kept.look(chair, NOW)
    now = type(at)(kept.in_force(chair, NOW + WAIT), at.cases, at.receipts)
    for days in (0, 3, 6, 9, 12):
        chained.worked(now, NOW + timedelta(days=days))
    assert chained.SUBJECT not in now.cases.load(chained.CaseId("C1")).reached
    assert now.open(chained.CaseId("C1"), chained.SUBJECT, NOW) is None


def test_two_processes_that_start_at_once_keep_one_change(opened: Callable[[str], Store]) -> None:
    one, two = handovers(opened), handovers(opened)
    one.look(FULL, NOW)
    one.look(NEW_DEPUTY, NOW)
    two.look(NEW_DEPUTY, NOW)
    assert chained.audit(opened).head().number == 2


def house(folder: Path, at: datetime) -> House:
    return House.open({"CANDOUR_KEY": ready_school.KEY}, folder, lambda: at)


def test_f26_school_toml_is_compared_at_each_start_and_the_doctor_tells_what_waits(tmp_path: Path) -> None:
    folder = ready_school.written(tmp_path / "school")
    ready_school.stocked(folder)
    now = ready_school.NOW
    with closing(house(folder, now)) as first:
        assert first.desk(first.school(None)).school == first.school(None).school
    swapped = ready_school.changed('posts = ["dsl"]', "posts = []")
    swapped = ready_school.changed('["deputy_dsl"]', '["dsl", "deputy_dsl"]', swapped)
    ready_school.written(folder, swapped)
    with closing(house(folder, now)) as second:
        registered = second.school(None)
        desk = second.desk(registered)
        assert [person.id for person in desk.school.receiving(Post.DSL)] == [SAM]
        second.worker().drain()
        said = " ".join(finding.says for finding in findings(second, [registered]))
        assert "e.dsl2 takes the post “designated safeguarding lead” from Saturday 21 November at 12:00" in said
        bot = second.assistant(registered)
        assert TOLD in str(bot.hear(inbox(EVE, now)))
        assert TOLD not in str(bot.hear(inbox(HEAD, now)))
    with closing(house(folder, now + WAIT)) as third:
        desk = third.desk(third.school(None))
        assert [person.id for person in desk.school.receiving(Post.DSL)] == [EVE]


def test_f26_whoever_only_looks_starts_no_clock_and_tells_nobody(tmp_path: Path) -> None:
    """The doctor did, once: whoever ran it early had a change in force a day after that, before any start."""
    folder = ready_school.written(tmp_path / "school")
    ready_school.stocked(folder)
    now = ready_school.NOW
    with closing(house(folder, now)) as first:
        assert first.desk(first.school(None))
        before = first.standing.handovers(first.school(None).school.id).kept()
    ready_school.written(folder, ready_school.changed('posts = ["dsl"]', "posts = []"))
    with closing(house(folder, now)) as looking:
        registered = looking.school(None)
        assert findings(looking, [registered])
        handovers = looking.standing.handovers(registered.school.id)
        assert handovers.kept() == before
        assert handovers.news(SAM, now) == ()
        assert "to leave a post" not in {entry.deed for entry in looking.audit(registered.school.id).entries()}
    with closing(house(folder, now + WAIT)) as second:
        registered = second.school(None)
        assert [person.id for person in second.desk(registered).school.receiving(Post.DSL)] == [SAM], "from here on"


@pytest.mark.parametrize(
    "words", [("keys", "check"), ("erased",), ("hold",), ("statistics",), ("verify",), ("whatif",), ("doctor", "--all")]
)
def test_f26_no_command_that_looks_starts_a_clock(tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = ready_school.written(tmp_path / "school")
    (folder / ".env").write_text(f"CANDOUR_KEY={ready_school.KEY}\n")
    ready_school.stocked(folder)
    with closing(house(folder, ready_school.NOW)) as first:
        assert first.desk(first.school(None))
        before = first.standing.handovers(first.school(None).school.id).kept()
    ready_school.written(folder, ready_school.changed('posts = ["dsl"]', "posts = []"))
    assert "Traceback" not in candour(folder, *words).told
    with closing(house(folder, ready_school.NOW)) as after:
        assert after.standing.handovers(after.school(None).school.id).kept() == before


def inbox(who: PersonId, at: datetime) -> Incoming:
    return Incoming(who, at, Said("inbox"))
