"""The recipient desk from the first letter to the report: list, gate, report, acknowledgement, copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.worker import Worker
from reports.people import PersonId
from reports.report import CaseId
from tests.web.reception import ACCOUNT, CASE, CHAIR, HEAD, VICE, Reception, form


def test_a_chair_without_slack_or_teams_reads_a_report_and_acknowledges_it(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    assert "Item 1" in chair.words
    assert ACCOUNT not in chair.words
    chair.press("Open item 1")
    assert "Are you alone" in chair.words
    assert ACCOUNT not in chair.words
    chair.press("Open")
    assert ACCOUNT in chair.words
    assert not chair.page.seen.all("b")
    assert not desk.house.cases("sample").load(CASE).acknowledged
    chair.press("Acknowledge")
    assert desk.house.cases("sample").load(CASE).acknowledged.by == CHAIR  # type: ignore[union-attr]
    chair.press("Back to the list")
    assert "acknowledged" in chair.words


def test_a_headteacher_and_a_safeguarding_lead_come_in_the_same_way(desk: Reception) -> None:
    desk.report(about="person:c.colleague")
    head, lead = desk.browser(), desk.browser()
    head.sign_in(HEAD)
    assert "Item 1" in head.words
    lead.sign_in(PersonId("s.dsl"))
    assert "Nothing is waiting for you." in lead.words


def test_no_title_of_a_page_says_what_it_is(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    for label in ("Open item 1", "Open", "Make a copy to print"):
        chair.press(label)
        assert "<title>Candour</title>" in chair.page.body


def test_a_copy_names_its_reader_and_its_time_and_can_do_nothing(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    chair.read()
    desk.clock.goes(minutes=5)
    chair.press("Make a copy to print")
    marked = "Copy for Constance Adeyemi-Rowe, 20 November 2026 at 10:06"
    assert chair.words.count(marked) > 5
    assert ACCOUNT in chair.words
    assert [found["action"] for found in chair.page.seen.all("form")] == ["/desk/leave"]


def test_only_a_report_that_was_opened_can_be_copied(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    assert "Make a copy to print" not in chair.words
    chair.press("Open item 1")
    assert "Make a copy to print" not in chair.words
    _, fields = form(chair.page.body, "Open")
    listed = fields | {"offer": "press inbox"}
    assert chair.post("/desk/print", listed).status == 403
    assert chair.post("/desk/print", fields).status == 200
    assert ACCOUNT in chair.words, "what may be opened may be copied"


def test_a_request_to_see_ones_data_is_drafted_here_and_may_be_printed_and_is_recorded(desk: Reception) -> None:
    desk.report()
    chair = desk.browser()
    chair.sign_in()
    chair.press("Someone asks to see their data")
    assert ACCOUNT not in chair.words
    chair.press("Continue", **{"answer-0": "Helen"})
    assert "Are you alone" in chair.words
    assert ACCOUNT not in chair.words
    chair.press("Show the draft about Helen Ashdown")
    assert f"{CASE}: they are named in it" in chair.words
    assert ACCOUNT in chair.words
    assert "Tamsin" not in chair.words
    chair.press("Make a copy to print")
    assert "Copy for Constance Adeyemi-Rowe" in chair.words
    assert ACCOUNT in chair.words
    entries = list(desk.house.audit("sample").entries())
    assert [entry.deed for entry in entries if entry.who == CHAIR].count("exported") == 2, "on the screen and on paper"


def test_f48_whom_it_is_about_sees_the_same_bytes_as_if_it_were_not_there(desk: Reception) -> None:
    head = desk.browser()
    head.sign_in(HEAD)
    before = head.get("/desk").body
    desk.report()
    assert head.get("/desk").body == before


@pytest.mark.parametrize("verb", ["gate", "open", "ack"])
def test_f48_a_report_that_is_somebody_elses_answers_like_one_that_never_was(desk: Reception, verb: str) -> None:
    """The seal lets nobody press what they were not shown; and if it did, there would still be nothing to see."""
    from adapters.web import forms
    from adapters.web.forms import Seal

    desk.report()
    for who in (HEAD, VICE):
        browser = desk.browser()
        browser.sign_in(who)
        seal = Seal(browser.cookie.encode())
        pages = []
        for id in (CASE, CaseId("NEVERWAS22")):
            offer = forms.press(f"{verb}:{id}")
            pages.append(browser.post("/desk/do", dict(forms.hidden(offer, seal))).body)
        assert pages[0] == pages[1]
        assert "moved on, or was never here" in pages[0]


def test_a_person_who_was_removed_from_the_school_is_signed_out(desk: Reception) -> None:
    from dataclasses import replace

    chair = desk.browser()
    chair.sign_in()
    entry = desk.house.schools["sample"]
    people = tuple(replace(p, active=p.id != CHAIR) for p in entry.school.people)
    desk.house.schools["sample"] = replace(entry, school=replace(entry.school, people=people))  # type: ignore[index]
    assert "Your e-mail address" in chair.get("/desk").seen.words


def test_a_report_that_the_reader_is_writing_elsewhere_is_not_answered_from_the_desk(desk: Reception) -> None:
    from bot.asking import Incoming, Said

    chair = desk.browser()
    chair.sign_in()
    assistant = desk.house.assistant(desk.house.school("sample"))
    for said in ("report", "no", "start", "1"):
        assistant.hear(Incoming(CHAIR, desk.clock(), Said(said)))
    before = desk.house.talks("sample").load(CHAIR)
    chair.get("/desk")
    chair.get("/desk")
    assert desk.house.talks("sample").load(CHAIR) == before


def test_a_worker_moves_on_what_lies_with_somebody_who_has_left(desk: Reception) -> None:
    desk.report(about="person:c.colleague")
    house, known = desk.house, desk.house.school("sample")
    assert house.desk(known).acknowledge(CASE, HEAD, desk.clock())
    people = tuple(replace(person, active=person.id != HEAD) for person in known.school.people)
    for registered, hop in ((known, 0), (replace(known, school=replace(known.school, people=people)), 1)):
        Worker((house.round(registered),), desk.clock).tidy()
        assert house.cases("sample").load(CASE).hop == hop
