"""Finds the school's own clause for an instruction we give, so that it can be shown beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.asking import Library
from bot.card import Quote
from knowledge.library import Answer, Passage

LOOK_FOR: Mapping[str, tuple[str, str]] = {
    # what we say: a question that its clause answers, and words that such a clause must have
    "monitoring": (
        "will the school monitor my internet and email use?",
        r"\bmonitor\w*\b.{0,40}\b(internet|e-?mail|network|use|device)|\b(school|network)\b.{0,40}\bmonitor",
    ),
    "image": ("what do I do about an indecent image of a child?", r"\bindecent\b|\bnude|\bsexual"),
    "keeping": (
        "should I save evidence such as screenshots of bullying messages?",
        r"\A(?!.*indecent image.*(offence|police)).*\b(save|keep|evidence|screen)",
    ),
    "site": ("I opened a prohibited site by mistake, what do I do?", r"\b(acciden|mistake|unintention)"),
    "contact": ("a pupil sent me a friend request", r"\b(pupil|student|child)"),
    "threat": ("I have had threats from a member of the public online", r"\bthreat"),
}


@dataclass(frozen=True)
class Cited:
    library: Library

    def __call__(self, topic: str) -> tuple[Quote, ...]:
        """The clause that answers for certain and speaks of the matter; nothing where there is none."""
        question, wanted = LOOK_FOR[topic]
        outcome = self.library.ask(question)
        if not isinstance(outcome, Answer):
            return ()
        first = next((passage for passage in outcome.passages if _stands_alone(passage)), None)
        return (_quote(first),) if first and re.search(wanted, _whole(first), re.IGNORECASE | re.DOTALL) else ()


def _stands_alone(passage: Passage) -> bool:
    """Words that only lead in to a list say nothing without it."""
    return not passage.clause.text.endswith(":")


def _quote(passage: Passage) -> Quote:
    return Quote(passage.clause.text, str(passage.citation), passage.clause.lead_ins, passage.citation.link)


def _whole(passage: Passage) -> str:
    return " ".join((*passage.clause.lead_ins, passage.clause.text))
