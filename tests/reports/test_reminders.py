"""Who is reminded of a case and when; and that a reminder without its reason is left out."""

from datetime import timedelta

import pytest

from reports import decisions
from reports.case import Acknowledged, Case, Closed, Delivered, Exhausted, Lapsed, Undeliverable
from reports.deadlines import feedback
from reports.errands import NOTHING, Decision, Errand, Verb
from reports.events import Recused, Reminded
from reports.people import PersonId
from tests.reports.test_decisions import CHAIR, DSL, HEAD, ID, NOW, SCHOOL, filed, given

REMIND = Errand(ID, Verb.REMIND, NOW, HEAD)
REACHED = given(filed(), Delivered(NOW, HEAD, "m"))
HANDLED = given(filed(), Delivered(NOW, HEAD, "m"), Acknowledged(NOW, HEAD))
RUN_OUT = given(filed(), Delivered(NOW, HEAD, "m"), Lapsed(NOW, 0), Delivered(NOW, CHAIR, "m"), Lapsed(NOW, 1))
EXHAUSTED = RUN_OUT.after(Exhausted(NOW))


def after(case: Case, decision: Decision) -> Case:
    for event in decision.events:
        case = case.after(event)
    return case


def test_a_hop_is_reminded_once_before_its_turn_is_over() -> None:
    once = decisions.notified(REACHED, REMIND, NOW, SCHOOL)
    assert once == Decision((Reminded(NOW, HEAD, "c1.h.head.remind.0"),))
    assert decisions.notified(after(REACHED, once), REMIND, NOW, SCHOOL) == NOTHING


@pytest.mark.parametrize(
    ("case", "why"),
    [
        (given(filed()), "not reached yet"),
        (HANDLED, "acknowledged"),
        (given(filed(), Delivered(NOW, HEAD, "m"), Lapsed(NOW, 0)), "another's turn"),
        (given(filed(), Delivered(NOW, HEAD, "m"), Recused(NOW, HEAD)), "passed on"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nobody_is_reminded_without_a_reason(case: Case, why: str) -> None:
    assert decisions.notified(case, REMIND, NOW, SCHOOL) == NOTHING, why


def test_a_reminder_that_comes_after_the_turn_is_left_out() -> None:
    assert decisions.notified(REACHED, REMIND, NOW + timedelta(days=9), SCHOOL) == NOTHING


def test_every_notice_has_a_message_id_of_its_own() -> None:
    errands = [Errand(ID, verb, NOW, to, hop) for verb in Verb for to in (HEAD, CHAIR) for hop in range(3)]
    assert len({errand.message for errand in errands}) == len(errands)


def test_when_the_chain_runs_out_everyone_who_was_reached_is_reminded_each_day() -> None:
    told = (Delivered(NOW, DSL, "m"), Delivered(NOW, HEAD, "m"), Lapsed(NOW, 0), Delivered(NOW, CHAIR, "m"))
    decision = decisions.lapse(given(filed(copies=(DSL,)), *told), 1, NOW, SCHOOL)
    assert [(errand.verb, errand.to, errand.due) for errand in decision.errands] == [
        (Verb.DAILY, CHAIR, NOW + timedelta(days=1)),
        (Verb.DAILY, HEAD, NOW + timedelta(days=1)),
    ]


def test_a_daily_reminder_brings_the_next_until_somebody_acknowledges() -> None:
    daily = Errand(ID, Verb.DAILY, NOW, CHAIR)
    once = decisions.notified(EXHAUSTED, daily, NOW, SCHOOL)
    assert [(errand.verb, errand.due, errand.hop) for errand in once.errands] == [
        (Verb.DAILY, NOW + timedelta(days=1), 1)
    ]
    acknowledged = after(EXHAUSTED, once).after(Acknowledged(NOW, HEAD))
    assert decisions.notified(acknowledged, once.errands[0], NOW, SCHOOL) == NOTHING


def test_feedback_is_asked_for_at_four_and_eight_weeks_and_at_the_end() -> None:
    case, times = REACHED, []
    decision = decisions.acknowledge(case, HEAD, NOW)
    while decision.errands:
        (errand,) = decision.errands
        times.append(errand.due - NOW)
        case = after(case, decision)
        assert decisions.notified(case, errand, errand.due - timedelta(seconds=1), SCHOOL) == NOTHING
        decision = decisions.notified(case, errand, errand.due, SCHOOL)
    assert times == [due - NOW for due in feedback(NOW)]
    assert times[:2] == [timedelta(weeks=4), timedelta(weeks=8)]
    assert timedelta(days=89) <= times[2] <= timedelta(days=93)


def test_a_closed_case_asks_nobody_for_feedback() -> None:
    first = decisions.acknowledge(REACHED, HEAD, NOW).errands[0]
    closed = HANDLED.after(Closed(NOW, HEAD, "w", told=True))
    assert decisions.notified(closed, first, first.due, SCHOOL) == NOTHING


def test_the_reminders_of_an_earlier_acknowledgement_are_silent() -> None:
    """A case handed over and acknowledged by the same person again has one set of reminders, from the later day."""
    first = decisions.acknowledge(REACHED, HEAD, NOW).errands[0]
    later = NOW + timedelta(weeks=2)
    again = HANDLED.after(Lapsed(NOW, 0)).after(Acknowledged(later, HEAD))
    assert decisions.notified(again, first, first.due, SCHOOL) == NOTHING
    second = decisions.acknowledge(HANDLED.after(Lapsed(NOW, 0)), HEAD, later).errands[0]
    assert decisions.notified(again, second, second.due, SCHOOL).events
    assert first.message != second.message


def test_someone_who_can_be_reached_no_more_loses_it_to_the_next_hop_although_they_acknowledged() -> None:
    decision = decisions.lost(HANDLED, HEAD, "unreachable", NOW, SCHOOL)
    assert decision.events == (Undeliverable(NOW, HEAD, "unreachable"), Lapsed(NOW, 0))
    assert decision.errands[0].to == CHAIR
    assert decisions.lost(after(HANDLED, decision), HEAD, "unreachable", NOW, SCHOOL) == NOTHING


@pytest.mark.parametrize("person", [CHAIR, DSL, PersonId("nobody")])
def test_only_someone_who_had_been_reached_can_be_lost(person: PersonId) -> None:
    assert decisions.lost(REACHED, person, "unreachable", NOW, SCHOOL) == NOTHING
