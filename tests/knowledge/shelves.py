"""Libraries of a few policies, to be asked."""

from __future__ import annotations

from adapters.tables import shipped
from knowledge.library import Answer, Closest, Library, Silence, fit
from knowledge.policy import Clause, Policy, Version
from tests.knowledge.asked import read


def library(*policies: Policy) -> Library:
    return Library(policies, fit(policies, shipped()), shipped())


def clauses(*texts: str) -> tuple[Clause, ...]:
    return tuple(Clause(words, label=str(number)) for number, words in enumerate(texts, 1))


def policy(title: str, *texts: str) -> Policy:
    return Policy(title.lower().replace(" ", "-"), title, Version("0"), clauses(*texts))


def best(found: Answer | Closest | Silence) -> str:
    return found.ranked[0].clause.text if found.ranked else ""


LEAVE = read("leave").policy
ICT = read("ict").policy
