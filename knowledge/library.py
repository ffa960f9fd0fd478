"""Answers a question with the clauses that bear on it, or says in which policies nothing was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.policy import Citation, Clause, Policy


@dataclass(frozen=True)
class Passage:
    """A clause that bears on a question, and where it stands."""

    policy: Policy
    clause: Clause
    score: float

    @property
    def citation(self) -> Citation:
        return self.policy.cite(self.clause)


@dataclass(frozen=True)
class Answer:
    """The first passage answers it. At least one passage, best first."""

    question: str
    passages: tuple[Passage, ...]
    why: str = ""  # words, scores and coverage, for `--why`


@dataclass(frozen=True)
class Closest:
    """Nothing answers it for certain; these are the nearest clauses, best first."""

    question: str
    passages: tuple[Passage, ...]
    searched: tuple[str, ...] = ()  # titles of the policies looked in
    why: str = ""


@dataclass(frozen=True)
class Silence:
    """Nothing in these policies bears on it. No clause is cited."""

    question: str
    searched: tuple[str, ...] = ()
    ranked: tuple[Passage, ...] = ()  # for measuring only; never shown
    why: str = ""


class Shelf(Protocol):
    """Where policies are kept, every version of each."""

    def put(self, school: str, policy: Policy) -> bool:
        """Keep a version and make it the current one; False if these very bytes are current already."""

    def current(self, school: str) -> Sequence[Policy]:
        """The version in force of each of the school's policies, ordered by id."""

    def versions(self, school: str, policy: str) -> Sequence[Policy]:
        """Every version of one policy, newest first; each stays readable."""
