"""The school's own clause stands beside an instruction we give, where it has one and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters import ingest, tables
from bot.cited import LOOK_FOR, Cited
from knowledge.library import Library, fit
from tests.bot.house import library

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "policies"


@pytest.mark.parametrize("topic", LOOK_FOR)
def test_the_sample_school_has_a_clause_for_every_instruction(topic: str) -> None:
    (quote,) = Cited(library())(topic)
    assert quote.source.startswith("Staff ")


def of(school: str) -> Cited:
    policies = [ingest.read(SHARED / f"{school}.txt")]
    return Cited(Library(policies, fit(policies, tables.shipped()), tables.shipped()))


@pytest.mark.needs("shared")
@pytest.mark.parametrize(
    ("school", "topic", "label"),
    [
        ("st-osmunds", "keeping", "5(ii)"),
        ("st-osmunds", "image", ""),
        ("st-osmunds", "site", ""),
        ("st-osmunds", "threat", ""),
        ("st-osmunds", "monitoring", ""),
        ("heathfield", "image", "Cyber bullying and Harassment, paragraph 10"),
        ("heathfield", "keeping", ""),
        ("heathfield", "threat", "Cyber bullying and Harassment, paragraph 6"),
        ("heathfield", "site", "Personal use of the Internet and Social Media, paragraph 21"),
        ("heathfield", "monitoring", "Personal use of the Internet and Social Media, paragraph 5"),
        ("heathfield", "contact", "School reputation and confidentiality, paragraph 6"),
    ],
)
def test_a_real_school_is_cited_where_its_policy_speaks_and_nowhere_else(school: str, topic: str, label: str) -> None:
    quotes = of(school)(topic)
    assert bool(quotes) == bool(label)
    assert all(label in quote.source for quote in quotes)
