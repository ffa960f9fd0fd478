"""Cases told as given, when, then: what may be decided, and what follows from it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reports import decisions
from reports.case import Acknowledged, Case, Delivered, Event, Exhausted, Filed, Lapsed, Opened, Undeliverable
from reports.deadlines import acknowledge_by
from reports.errands import NOTHING, Decision, Errand, Verb
from reports.people import PersonId, School
from reports.report import CaseId, Concern, Kind, Report
from reports.route import Because, Body, Hop, Route

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)  # a Friday
HEAD, DEPUTY, CHAIR, DSL, ANN = map(PersonId, ("h.head", "d.deputy", "c.chair", "s.dsl", "a.ann"))
SCHOOL = School("s", "School")
PRACTICE = Because(practice="head-receives")
ID = CaseId("c1")


def filed(urgent: bool = False, copies: tuple[PersonId, ...] = (), hops: tuple[PersonId, ...] = (HEAD, CHAIR)) -> Filed:
    route = Route(tuple(Hop((person,), PRACTICE) for person in hops), copies, Body.LA, frozenset({ANN}))
    concern = Concern(Kind.HARASSMENT, frozenset({"colleague"}), ANN)
    return Filed(Report(ID, NOW, concern, False), route, urgent, "mark")


def given(*events: Event) -> Case:
    return Case.of(ID, events)


def test_a_report_is_delivered_to_the_first_hop_and_chased() -> None:
    decision = decisions.file(given(), filed(), SCHOOL)
    due = datetime(2026, 11, 24, 10, tzinfo=UTC)
    remind = datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert decision.errands == (
        Errand(ID, Verb.DELIVER, NOW, HEAD),
        Errand(ID, Verb.REMIND, remind, HEAD),
        Errand(ID, Verb.CHASE, due, hop=0),
    )


def test_copies_are_delivered_beside_the_first_hop() -> None:
    decision = decisions.file(given(), filed(copies=(DSL,)), SCHOOL)
    assert [errand.to for errand in decision.errands if errand.verb is Verb.DELIVER] == [HEAD, DSL]


def test_filing_twice_files_once() -> None:
    assert decisions.file(given(filed()), filed(), SCHOOL) == NOTHING


def test_a_report_that_nobody_may_receive_is_not_filed() -> None:
    with pytest.raises(decisions.NobodyToTell):
        decisions.file(given(), filed(hops=()), SCHOOL)


def test_delivering_twice_delivers_once() -> None:
    once = decisions.deliver(given(filed()), HEAD, "m", NOW)
    assert once == Decision((Delivered(NOW, HEAD, "m"),))
    assert decisions.deliver(given(filed(), *once.events), HEAD, "m", NOW) == NOTHING


def test_opening_is_recorded_once_and_is_not_acknowledging() -> None:
    case = given(filed(), Delivered(NOW, HEAD, "m"))
    opened = decisions.open_case(case, HEAD, NOW)
    assert opened.events == (Opened(NOW, HEAD),)
    after = given(filed(), Delivered(NOW, HEAD, "m"), *opened.events)
    assert decisions.open_case(after, HEAD, NOW) == NOTHING
    assert decisions.lapse(after, 0, NOW, SCHOOL).events == (Lapsed(NOW, 0),)


@pytest.mark.parametrize("person", [CHAIR, ANN, DSL])
def test_only_someone_it_was_delivered_to_in_turn_may_acknowledge(person: PersonId) -> None:
    case = given(filed(copies=(DSL,)), Delivered(NOW, HEAD, "m"), Delivered(NOW, DSL, "m"))
    assert decisions.acknowledge(case, person, NOW) == NOTHING


def test_acknowledging_stops_the_clock() -> None:
    case = given(filed(), Delivered(NOW, HEAD, "m"), Acknowledged(NOW, HEAD))
    assert decisions.lapse(case, 0, NOW, SCHOOL) == NOTHING


def test_a_late_acknowledgement_still_stops_the_clock() -> None:
    case = given(filed(), Delivered(NOW, HEAD, "m"), Lapsed(NOW, 0), Delivered(NOW, CHAIR, "m"))
    assert decisions.acknowledge(case, HEAD, NOW).events == (Acknowledged(NOW, HEAD),)


def test_silence_passes_it_to_the_next_hop() -> None:
    decision = decisions.lapse(given(filed()), 0, NOW, SCHOOL)
    assert decision.events == (Lapsed(NOW, 0),)
    assert [(errand.verb, errand.to, errand.hop) for errand in decision.errands] == [
        (Verb.DELIVER, CHAIR, 1),
        (Verb.REMIND, CHAIR, 1),
        (Verb.CHASE, "", 1),
    ]


def test_a_chase_that_comes_twice_moves_on_once() -> None:
    assert decisions.lapse(given(filed(), Lapsed(NOW, 0)), 0, NOW, SCHOOL) == NOTHING


def test_a_chain_that_has_run_out_is_an_event_and_not_an_error() -> None:
    decision = decisions.lapse(given(filed(), Lapsed(NOW, 0)), 1, NOW, SCHOOL)
    assert decision == Decision((Lapsed(NOW, 1), Exhausted(NOW)))


def test_someone_who_cannot_be_reached_is_passed_over_at_once() -> None:
    decision = decisions.cannot_deliver(given(filed()), HEAD, "unreachable", NOW, SCHOOL)
    assert decision.events == (Undeliverable(NOW, HEAD, "unreachable"), Lapsed(NOW, 0))
    assert decision.errands[0].to == CHAIR


def test_one_head_of_two_who_cannot_be_reached_does_not_move_it_on() -> None:
    both = replace(filed(), route=replace(filed().route, hops=(Hop((HEAD, DEPUTY), PRACTICE), Hop((CHAIR,), PRACTICE))))
    decision = decisions.cannot_deliver(given(both), HEAD, "unreachable", NOW, SCHOOL)
    assert decision == Decision((Undeliverable(NOW, HEAD, "unreachable"),))


def test_a_copy_that_cannot_be_delivered_does_not_move_it_on() -> None:
    decision = decisions.cannot_deliver(given(filed(copies=(DSL,))), DSL, "unreachable", NOW, SCHOOL)
    assert decision.events == (Undeliverable(NOW, DSL, "unreachable"),)


def test_an_urgent_report_moves_on_after_an_hour_and_then_after_three() -> None:
    assert acknowledge_by(NOW, 0, True, SCHOOL) == NOW + timedelta(hours=1)
    assert acknowledge_by(NOW, 1, True, SCHOOL) == NOW + timedelta(hours=3)


def test_a_school_may_shorten_the_times() -> None:
    quick = replace(SCHOOL, urgent_minutes=20, standard_working_days=1)
    assert acknowledge_by(NOW, 0, True, quick) == NOW + timedelta(minutes=20)
    assert acknowledge_by(NOW, 0, False, quick) == datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_an_errand_without_an_event_is_refused() -> None:
    with pytest.raises(ValueError, match="born of an event"):
        Decision((), (Errand(ID, Verb.CHASE, NOW),))
