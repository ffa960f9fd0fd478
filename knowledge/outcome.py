"""What a question may come to: an answer, the closest that was found, or silence."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.health import UNSEEN, Health
from knowledge.policy import Citation, Clause, Policy


@dataclass(frozen=True)
class Passage:
    """A clause that bears on a question, and where it stands."""

    policy: Policy
    clause: Clause
    score: float
    health: Health = UNSEEN  # only of what is shown

    @property
    def citation(self) -> Citation:
        return self.policy.cite(self.clause)


@dataclass(frozen=True)
class Answer:
    """The first passage answers it. At least one passage, best first; of two that disagree the stricter first."""

    question: str
    passages: tuple[Passage, ...]
    why: str = ""  # words, scores and coverage, for `--why`
    ranked: tuple[Passage, ...] = ()  # the ten best, for measuring only; never shown
    rule: str = ""  # a fixed sentence of safety, no clause's; it stands above everything else
    disagreement: str = ""  # how the first two passages contradict each other; empty where they do not


@dataclass(frozen=True)
class Closest:
    """Nothing answers it for certain; these are the nearest clauses, best first."""

    question: str
    passages: tuple[Passage, ...]
    searched: tuple[str, ...] = ()  # titles of the policies looked in
    why: str = ""
    ranked: tuple[Passage, ...] = ()
    rule: str = ""


@dataclass(frozen=True)
class Silence:
    """Nothing in these policies bears on it. No clause is cited."""

    question: str
    searched: tuple[str, ...] = ()
    ranked: tuple[Passage, ...] = ()
    why: str = ""
    rule: str = ""
