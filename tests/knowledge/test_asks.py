"""A question for a place, a name, money or a service is told from a question for a rule."""

from __future__ import annotations

import pytest

from adapters.tables import shipped
from knowledge.asks import for_particular, for_unnamed_service
from knowledge.library import Answer, Library, fit
from knowledge.policy import Clause, Policy, Version
from knowledge.words import terms


@pytest.mark.parametrize(
    "question",
    ["where is the boat house?", "which oar is mine", "does the school own a canoe", "what time is the race"],
)
def test_a_particular_is_asked_for(question: str) -> None:
    assert for_particular(question)


@pytest.mark.parametrize("question", ["may i row alone", "who do i tell", "what happens if i sink", "can pupils row"])
def test_a_rule_is_asked_for(question: str) -> None:
    assert not for_particular(question)


@pytest.mark.parametrize(
    ("question", "clause", "unnamed"),
    [
        ("how do i book the canoe", "Canoes are stored upside down.", True),
        ("how do i book the canoe", "Canoes are booked at the office.", False),
        ("can i claim mileage to the lake", "Nobody drives to the lake.", True),
        ("can i claim mileage to the lake", "Mileage to the lake is claimed monthly.", False),
        ("may i row to the island", "Nobody drives to the lake.", False),
    ],
)
def test_a_service_that_the_clause_does_not_name_is_known(question: str, clause: str, unnamed: bool) -> None:
    assert for_unnamed_service(question, lambda: set(terms(clause))) is unnamed


def test_a_clause_on_the_same_thing_does_not_answer_where_it_is() -> None:
    texts = ("When the fire alarm rings, everybody leaves by the nearest fire door.", "Boats are blue.", "Bells ring.")
    clauses = tuple(Clause(words, label=str(number)) for number, words in enumerate(texts, 1))
    policy = Policy("fire", "Fire Policy", Version("0"), clauses)
    told = Library([policy], fit([policy], shipped()), shipped())
    assert isinstance(told.ask("when the fire alarm rings do I leave by the nearest door"), Answer)
    assert not isinstance(told.ask("where is the fire alarm"), Answer)
