"""Shows what the policies say, word for word with where it stands, or where nothing was found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Button, Card, Quote, Say
from knowledge.library import Answer, Closest, Passage, Silence

REPORT = Button("Report something privately", "report")
TRY_AGAIN = "You could ask in other words, or ask the person who looks after the policy."
ALSO = 2  # further clauses shown under the first


def card(outcome: Answer | Closest | Silence) -> Card:
    match outcome:
        case Answer(passages=passages):
            return Card("What the policy says", _quotes(passages), buttons=(REPORT,))
        case Closest(passages=passages, searched=searched):
            missed = Say(f"I did not find this in {listed(searched)}. These are the nearest clauses.")
            return Card("The nearest I found", (missed, *_quotes(passages)), buttons=(REPORT,))
        case Silence(searched=searched):
            return Card("Nothing found", (Say(nothing_in(searched)), Say(TRY_AGAIN)), buttons=(REPORT,))


def nothing_in(searched: Sequence[str]) -> str:
    if not searched:
        return "Your school has no policies here yet, so I have nowhere to look."
    return f"I found nothing about that in {listed(searched)}."


def listed(titles: Sequence[str]) -> str:
    """ "A, B and C"."""
    return " and ".join(filter(None, (", ".join(titles[:-1]), titles[-1]))) if titles else ""


def _quotes(passages: Sequence[Passage]) -> tuple[Quote, ...]:
    return tuple(_quote(passage) for passage in passages[: 1 + ALSO])


def _quote(passage: Passage) -> Quote:
    return Quote(passage.clause.text, str(passage.citation), passage.clause.lead_ins, passage.citation.link)
