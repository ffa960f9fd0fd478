"""What a question may come to: an answer, the closest that was found, or silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

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


@dataclass(frozen=True, kw_only=True)
class Explained:
    """It can say how it was found. Few ask, so it is put into words for them alone."""

    explained: Callable[[], str] = field(default=str, compare=False, repr=False)

    @property
    def why(self) -> str:
        """Words, scores and coverage, for `--why`."""
        return self.explained()


@dataclass(frozen=True)
class Answer(Explained):
    """The first passage answers it. At least one passage, best first; of two that disagree the stricter first."""

    question: str
    passages: tuple[Passage, ...]
    ranked: tuple[Passage, ...] = ()  # the ten best, for measuring only; never shown
    rule: str = ""  # a fixed sentence of safety, no clause's; it stands above everything else
    disagreement: str = ""  # how the first two passages contradict each other; empty where they do not


@dataclass(frozen=True)
class Closest(Explained):
    """Nothing answers it for certain; these are the nearest clauses, best first."""

    question: str
    passages: tuple[Passage, ...]
    searched: tuple[str, ...] = ()  # titles of the policies looked in
    ranked: tuple[Passage, ...] = ()
    rule: str = ""


@dataclass(frozen=True)
class Silence(Explained):
    """Nothing in these policies bears on it. No clause is cited."""

    question: str
    searched: tuple[str, ...] = ()
    ranked: tuple[Passage, ...] = ()
    rule: str = ""
