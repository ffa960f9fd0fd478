"""A question is answered with the right clause, word for word, and with where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.tables import shipped
from knowledge.index import Index
from knowledge.library import Answer, Closest, Library, Silence, fit
from knowledge.policy import Clause, Kind, Policy, Version
from tests.knowledge.shelves import ICT, LEAVE, best, library, policy


def test_an_answer_shows_its_clause_word_for_word_and_where_it_stands() -> None:
    found = library(LEAVE).ask("do i have to ring in when i am ill")
    assert isinstance(found, Answer | Closest)
    assert found.passages[0].clause in LEAVE.clauses
    assert found.passages[0].citation == LEAVE.cite(found.passages[0].clause)


def test_at_most_three_passages_are_shown_and_the_best_comes_first() -> None:
    found = library(LEAVE).ask("can I have paid leave for a funeral or a wedding in term time")
    assert isinstance(found, Answer | Closest)
    assert 1 <= len(found.passages) <= 3 < len(found.ranked) <= 10
    assert [p.clause for p in found.passages] == [p.clause for p in found.ranked[: len(found.passages)]]
    scores = [passage.score for passage in found.ranked]
    assert scores == sorted(scores, reverse=True)


def test_a_decision_that_is_looked_at_again_answers_a_question_about_an_appeal() -> None:
    refused = "Where leave is refused, the employee may ask the governors to reconsider the request for leave."
    found = library(policy("Leave", refused, "Lunch is at noon.", "Boats are blue.")).ask(
        "can I appeal if my leave request is refused"
    )
    assert isinstance(found, Answer | Closest)
    assert found.passages[0].clause.text == refused
    other = policy("Leave", "Leave that is refused is noted on the request for leave.", "Lunch is at noon.", "Boats.")
    assert isinstance(library(other).ask("can I appeal if my leave request is refused"), Silence)


def test_when_a_policy_was_approved_is_told_by_the_date_and_not_by_the_number_of_the_version() -> None:
    """Found the line of the owner, in which the version stands too, for the date of approval."""
    history, owner = "Version Date Changes", "Policy owner: the Bursar Version 3.2"
    lines = (history, owner, "Approved by: Governors Date approved: 4 May 2023")
    told = tuple(Clause(line, label=line.partition(":")[0], kind=Kind.METADATA) for line in lines)
    boats = library(Policy("boats", "Boats Policy", Version("0"), told))
    for question, line in (("When was this policy approved?", lines[2]), ("Who wrote this policy?", owner)):
        found = boats.ask(question)
        assert isinstance(found, Answer)
        assert found.passages[0].clause.text == line


def test_who_approved_a_policy_is_told_by_the_line_that_names_them_first() -> None:
    lines = ("Date approved: 4 May 2023", "Approved by: the Boat Committee")
    told = tuple(Clause(line, label=line.partition(":")[0], kind=Kind.METADATA) for line in lines)
    found = library(Policy("boats", "Boats Policy", Version("0"), told)).ask("Who approved this policy?")
    assert isinstance(found, Answer)
    assert [passage.clause.text for passage in found.passages] == list(reversed(lines))


def test_the_policy_that_is_about_the_matter_answers() -> None:
    both = library(LEAVE, ICT)
    leave = both.ask("can I have time off for my grandmother's funeral")
    computers = both.ask("may I plug in a memory stick")
    assert leave.ranked[0].policy is LEAVE
    assert computers.ranked[0].policy is ICT


def test_a_clause_is_found_by_its_lead_in_and_its_heading() -> None:
    told = Policy(
        "code",
        "Code of Conduct",
        Version("0"),
        (
            Clause("Shorts", headings=("Dress",), lead_ins=("Staff must not wear:",), label="1", kind=Kind.ITEM),
            Clause("Shorts may be bought in the shop", headings=("Uniform for pupils",), label="2"),
            Clause("Trousers", headings=("Lost property",), label="3"),
        ),
    )
    assert library(told).ask("are staff allowed to wear shorts").ranked[0].clause.label == "1"


def test_the_line_that_tells_about_the_policy_answers_a_question_about_it() -> None:
    lines = [
        Clause("Written by: A. Person", label="author", kind=Kind.METADATA),
        Clause("Next review: May 2030", label="review", kind=Kind.METADATA),
        Clause("Approved: 1 May 2028", label="approved", kind=Kind.METADATA),
    ]
    told = library(replace(LEAVE, clauses=(*LEAVE.clauses, *lines)))
    for question, label in (
        ("who wrote this policy", "author"),
        ("who is in charge of this policy?", "author"),
        ("when is the policy due for review?", "review"),
        ("when was this policy approved", "approved"),
    ):
        found = told.ask(question)
        assert isinstance(found, Answer)
        assert found.passages[0].clause.label == label


def test_the_policy_that_is_named_tells_about_itself() -> None:
    due = [
        replace(p, clauses=(*p.clauses, Clause("Review: May 2030", label="r", kind=Kind.METADATA)))
        for p in (LEAVE, ICT)
    ]
    found = library(*due).ask("when is the ICT acceptable use policy reviewed?")
    assert isinstance(found, Answer)
    assert [passage.policy.title for passage in found.passages] == [ICT.title]


def test_mistyped_words_find_what_was_meant() -> None:
    assert best(library(LEAVE).ask("what if ther is sevear wether")) == best(
        library(LEAVE).ask("what if there is severe weather")
    )


def test_the_schools_own_name_says_nothing() -> None:
    told = library(policy("Phones", "Phones at Heathmoor School are kept in bags.", "Visitors sign in.", "Bells ring."))
    assert told.ask("where are phones kept at heathmoor").ranked == told.ask("where are phones kept").ranked


def test_why_tells_words_scores_and_the_reason() -> None:
    why = library(LEAVE).ask("can i have eid off").why
    assert "Read as: can i have eid off" in why
    assert "importance" in why
    assert "Likelihood" in why


def test_an_index_of_other_policies_is_refused() -> None:
    with pytest.raises(ValueError, match="Fit it again"):
        Library([LEAVE], fit([LEAVE, ICT], shipped()), shipped())


def test_answers_are_the_same_from_an_index_that_was_kept() -> None:
    kept = Library([LEAVE], Index.from_bytes(fit([LEAVE], shipped()).to_bytes()), shipped())
    for question in ("eid off", "can i go part time", "tummy bug"):
        assert kept.ask(question) == library(LEAVE).ask(question)


def test_what_a_policy_is_for_is_answered_by_the_clause_that_says_so() -> None:
    says = Clause("The purpose of this policy is to keep everyone rested.", label="99")
    told = library(replace(LEAVE, clauses=(*LEAVE.clauses, says)))
    found = told.ask("what is the purpose of the leave policy")
    assert isinstance(found, Answer)
    assert found.passages[0].clause is says
