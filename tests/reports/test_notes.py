"""A copy that is only a note stays one, whatever other post its reader holds or comes to hold.

It showed the whole report to whoever was listed as leading safeguarding, from the minute that school.toml said so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import telling
from reports import carrying
from reports.desk import ACCOUNT, Desk
from reports.people import PersonId, Post, School
from reports.report import CaseId, Concern, Kind, Report
from tests.fakes import MemoryCases, MemoryCourier, MemoryReceipts
from tests.reports.elm import SCHOOL, changed, person

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
ID = CaseId("C1")
TEACHER, SENIOR, TECH, LEAD = map(PersonId, ("teacher", "senior", "tech", "dsl"))
CONTACTED = Concern(Kind.PUPIL_CONTACT_SELF, frozenset({"pupil"}), TEACHER, tell_manager=True)
SITE = Concern(Kind.PROHIBITED_SITE_SELF, frozenset({"me"}), TEACHER)
WORDS = {ACCOUNT: "He wrote that he loves me.", "site": "bad[.]example"}
HERE = replace(SCHOOL, site_copy=Post.COMPUTING)
SENIOR_LEADS = changed("senior", person("senior", Post.SLT, Post.DSL, manager="head"), HERE)
TECH_LEADS = changed("tech", person("tech", Post.COMPUTING, Post.DSL, manager="bursar"), HERE)


def read(reader: PersonId, concern: Concern, filed: School, now: School | None = None) -> frozenset[str]:
    """The names of the words that somebody is shown of a report that was filed and carried in one school."""
    cases, receipts = MemoryCases(), MemoryReceipts()
    desk = Desk(filed, cases, receipts)
    desk.file(Report(ID, NOW, concern, False), WORDS, "CODE")
    while claimed := cases.claim(NOW, NOW):
        carrying.run(desk, claimed[1], MemoryCourier(), NOW)
        cases.done(claimed[0])
    opened = Desk(now or filed, cases, receipts).open(ID, reader, NOW)
    assert opened
    return frozenset(opened[1])


@pytest.mark.parametrize(
    ("reader", "concern", "school"),
    [(SENIOR, CONTACTED, HERE), (SENIOR, CONTACTED, SENIOR_LEADS), (TECH, SITE, HERE), (TECH, SITE, TECH_LEADS)],
)
def test_a_note_is_a_note_also_for_whoever_leads_safeguarding_beside(
    reader: PersonId, concern: Concern, school: School
) -> None:
    assert ACCOUNT not in read(reader, concern, school)


def test_whoever_is_made_to_lead_safeguarding_reads_no_more_of_the_notes_they_have() -> None:
    waiting = replace(TECH_LEADS, waiting=frozenset({(TECH, Post.DSL)}))
    for concern in (SITE, replace(SITE, pupils_present=True)):
        assert ACCOUNT not in read(TECH, concern, HERE, waiting)
    assert ACCOUNT not in read(TECH, SITE, HERE, TECH_LEADS)
    assert ACCOUNT not in read(SENIOR, CONTACTED, HERE, SENIOR_LEADS)


def test_who_leads_safeguarding_reads_the_whole_of_a_copy_that_is_theirs_as_such() -> None:
    assert ACCOUNT in read(LEAD, replace(SITE, pupils_present=True), HERE)
    assert ACCOUNT in read(TECH, replace(SITE, pupils_present=True), TECH_LEADS)


def test_a_line_manager_is_told_of_a_contact_and_of_nothing_graver_that_the_account_turns_out_to_be() -> None:
    answers = {"kind": ("pupil_contact_self",), "tell_manager": ("yes",)}
    assert telling.concern(answers, TEACHER).tell_manager
    assert not telling.concern({**answers, "image_check": ("yes",)}, TEACHER).tell_manager
